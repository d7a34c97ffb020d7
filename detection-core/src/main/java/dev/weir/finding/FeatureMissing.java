package dev.weir.finding;

import java.util.List;

/** A feature that logs no longer fill. */
final class FeatureMissing implements Finding {

  private static final long serialVersionUID = 1L;

  @Override
  public Description description() {
    return new Description(
        "feature-missing",
        "A feature is missing",
        List.of(Kind.MODEL),
        Tier.NOTHING,
        30,
        false,
        false,
        false,
        Techniques.NONE,
        "Flows no longer carry what a feature needs, so that the model judges without it.",
        "The share of windows without a feature is far above that of training, and stays "
            + "there; see `weir.drift` among the measures.",
        "From one hour to the next a column is empty, renamed or in another unit.",
        List.of(
            "a source of logs was added that has fewer fields",
            "an exporter was updated",
            "an outage of one of several exporters"),
        "Compare a line of the log with one from before. Mend the exporter or the column map,"
            + " or train again without the feature.");
  }
}
