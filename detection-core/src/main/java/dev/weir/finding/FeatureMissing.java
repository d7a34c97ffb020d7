package dev.weir.finding;

import dev.weir.flow.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** A feature that logs no longer fill. */
final class FeatureMissing implements Finding {

  private static final long serialVersionUID = 1L;

  /** Hardly any window lacks a feature; that a quarter do has a cause. */
  @Option(
      names = "--finding.feature-missing.jump",
      paramLabel = "SHARE",
      defaultValue = "0.25",
      description =
          "Share of an hour's windows that lack a feature, beyond that of training, that is too"
              + " much. Default: ${DEFAULT-VALUE}")
  private double jump;

  /** An exporter that is restarted is back by then. */
  @Option(
      names = "--finding.feature-missing.hours",
      paramLabel = "N",
      defaultValue = "3",
      description = "Hours on end that it is too much. Default: ${DEFAULT-VALUE}")
  private int hours;

  @Override
  public Description description() {
    return new Description(
        "feature-missing",
        "A feature is missing",
        List.of(Kind.MODEL),
        Tier.NOTHING,
        60,
        false,
        false,
        false,
        Techniques.NONE,
        "Flows no longer carry what a feature needs, so that the model judges without it.",
        "The share of windows without a feature is `jump` above that of training, `hours` on end;"
            + " of a feature that many windows lack by themselves, hardly any window has it any"
            + " more.",
        "From one hour to the next a column is empty, renamed or in another unit.",
        List.of(
            "a source of logs was added that has fewer fields",
            "an exporter was updated",
            "an outage of one of several exporters"),
        "Compare a line of the log with one from before. Mend the exporter or the column map,"
            + " or train again without the feature.");
  }

  double jump() {
    return jump;
  }

  /**
   * What is told of it.
   *
   * @throws UsageException naming the option that cannot be
   */
  ModelFinding told() {
    if (!(jump > 0 && jump <= 1)) {
      throw new UsageException("--finding.feature-missing.jump must be more than 0, and 1 at most");
    }
    return ModelFinding.of(description(), "--finding.feature-missing.hours", hours);
  }
}
