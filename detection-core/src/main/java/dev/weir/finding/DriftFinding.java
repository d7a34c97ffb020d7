package dev.weir.finding;

import dev.weir.flow.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** Traffic that the model no longer fits. */
final class DriftFinding implements Finding {

  private static final long serialVersionUID = 1L;

  /** The usual border of a great change. */
  @Option(
      names = "--finding.drift.index",
      paramLabel = "X",
      defaultValue = "0.25",
      description =
          "Population-stability index of a day against training that is too much. Default: "
              + "${DEFAULT-VALUE}")
  private double index;

  /** What passes by itself needs no new model. */
  @Option(
      names = "--finding.drift.hours",
      paramLabel = "N",
      defaultValue = "3",
      description = "Hours on end that it is too much. Default: ${DEFAULT-VALUE}")
  private int hours;

  @Override
  public Description description() {
    return new Description(
        "drift",
        "The traffic is no longer what was learned",
        List.of(Kind.MODEL),
        Tier.NOTHING,
        50,
        false,
        false,
        false,
        Techniques.NONE,
        "The distribution of a feature, or of the score, has moved away from training, so "
            + "that scores mean less than they did.",
        "The population-stability index of a feature or of the score over a rolling day, "
            + "anomalous windows left out, is `index` or more, `hours` on end; see `weir.drift`"
            + " among the measures. Severity grows with the index.",
        "More windows than usual are labelled anomalous, of many sources at once and for no "
            + "reason of their own.",
        List.of("holidays and the ends of quarters", "patch day", "a network that grows"),
        "Train again on recent history once it is clear that the change is not an attack.");
  }

  double index() {
    return index;
  }

  /**
   * What is told of it.
   *
   * @throws UsageException naming the option that cannot be
   */
  ModelFinding told() {
    if (!(index > 0)) {
      throw new UsageException("--finding.drift.index must be more than 0");
    }
    return ModelFinding.of(description(), "--finding.drift.hours", hours);
  }
}
