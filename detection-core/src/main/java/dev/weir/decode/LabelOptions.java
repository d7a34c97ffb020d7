package dev.weir.decode;

import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** Where labelled logs have their labels; for evaluations only. */
public final class LabelOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Option(
      names = "--label.column",
      paramLabel = "NAME",
      description =
          "The column or JSON field with the label of a labelled log: a flow's truth, which"
              + " evaluations need and scores never see. Default: none")
  private String column;

  @Option(
      names = "--label.anomalous",
      paramLabel = "LABELS",
      split = ",",
      hideParamSyntax = true,
      description = "Labels of attacks, exactly as they are in the log; any other is normal.")
  private List<String> anomalous = new ArrayList<>();

  @Option(
      names = "--label.ignore",
      paramLabel = "LABELS",
      split = ",",
      hideParamSyntax = true,
      description =
          "Labels of flows that are left out of every window, and counted: what nobody is sure of;"
              + " in training, attacks.")
  private List<String> ignored = new ArrayList<>();

  /** For picocli. */
  public LabelOptions() {}

  /** Whether there are labels to read. */
  public boolean isPresent() {
    return column != null;
  }

  /**
   * What the options say, or null where logs have no labels.
   *
   * @throws UsageException where they contradict each other
   */
  Labels labels() {
    if (column == null) {
      require(anomalous.isEmpty() && ignored.isEmpty(), "--label.column", "the label's column");
      return null;
    }
    require(
        !anomalous.isEmpty() || !ignored.isEmpty(),
        "--label.anomalous",
        "the labels that attacks have");
    Set<String> attacks = trimmed(anomalous);
    Set<String> leftOut = trimmed(ignored);
    attacks.stream()
        .filter(leftOut::contains)
        .findFirst()
        .ifPresent(
            label -> {
              throw new UsageException(
                  "'" + label + "' is in --label.anomalous and in --label.ignore: decide for one");
            });
    return new Labels(column.strip(), attacks, leftOut);
  }

  private static void require(boolean holds, String option, String what) {
    if (!holds) {
      throw new UsageException(option + " is missing: with labels it has to name " + what);
    }
  }

  private static Set<String> trimmed(List<String> labels) {
    Set<String> trimmed = new LinkedHashSet<>();
    labels.forEach(label -> trimmed.add(label.strip()));
    return trimmed;
  }

  void arguments(BiConsumer<String, String> out) {
    if (column != null) {
      out.accept("--label.column", column);
      if (!anomalous.isEmpty()) {
        out.accept("--label.anomalous", String.join(",", anomalous));
      }
      if (!ignored.isEmpty()) {
        out.accept("--label.ignore", String.join(",", ignored));
      }
    }
  }
}
