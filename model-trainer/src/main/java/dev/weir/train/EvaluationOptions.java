package dev.weir.train;

import dev.weir.file.LogFiles;
import dev.weir.flow.UsageException;
import dev.weir.output.Outputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what a model is tried on. */
public final class EvaluationOptions {

  private static final double MAX_HOLDOUT = 0.9;
  private static final int MAX_SEEDS = 100;

  @Option(
      names = "--evaluate",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Other logs of the same format to try the model on, which it is not trained on; with"
              + " labels (--label.column) the scores are judged by them. Default: none")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      description =
          "The share of the history, above 0 and at most 0.9, that the model is not trained on but"
              + " tried on: 0.2 is the last fifth of its time. Default: none")
  private Double holdout;

  @Option(
      names = "--holdout-by",
      paramLabel = "time|source",
      converter = By.Converter.class,
      description =
          "What the history is divided by: time, or source, so that no source is on both sides."
              + " Default: time")
  private By by;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many forests to grow, each from a seed of its own, to see how far results depend on"
              + " it; the model is the first. 1 to 100. Default: ${DEFAULT-VALUE}")
  private int seeds;

  /** For picocli. */
  public EvaluationOptions() {}

  /** What a history is divided by. */
  enum By {
    TIME,
    SOURCE;

    /** Reads the names of the option. */
    static final class Converter implements ITypeConverter<By> {
      @Override
      public By convert(String text) {
        return switch (text) {
          case "time" -> TIME;
          case "source" -> SOURCE;
          default ->
              throw new TypeConversionException(
                  "'" + text + "' is nothing to divide by; choose time or source");
        };
      }
    }
  }

  /**
   * Checks what belongs together.
   *
   * @param output where the model goes, which must not be what it is tried on
   * @param onVectors whether the history is windows that were measured elsewhere
   * @throws UsageException naming the option that makes no sense
   */
  void check(Path output, boolean onVectors) {
    if (onVectors && (holdout != null || !files.isEmpty())) {
      throw new UsageException(
          "--evaluate and --holdout try a model on logs, and --input-vectors gives none; drop them,"
              + " or train from logs (--input)");
    }
    if (holdout != null && !(holdout > 0 && holdout <= MAX_HOLDOUT)) {
      throw new UsageException("--holdout must be above 0 and at most 0.9");
    }
    if (by != null && holdout == null) {
      throw new UsageException("--holdout-by goes with --holdout; name a share by it");
    }
    if (seeds < 1 || seeds > MAX_SEEDS) {
      throw new UsageException("--seeds must be 1 to 100");
    }
    if (!files.isEmpty()) {
      Outputs.requireApart(List.of(output), LogFiles.list(files));
    }
  }

  /** Other logs; none where the user named none. */
  List<Path> files() {
    return files;
  }

  /** Whether a share of the history is held out. */
  boolean isHeldOut() {
    return holdout != null;
  }

  /** The share that is held out. */
  double holdout() {
    return holdout;
  }

  /** What the history is divided by. */
  By by() {
    return by == null ? By.TIME : by;
  }

  /** How many forests are grown. */
  int seeds() {
    return seeds;
  }
}
