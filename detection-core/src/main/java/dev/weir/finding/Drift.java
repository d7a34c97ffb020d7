package dev.weir.finding;

import java.util.List;

/** Traffic that the model no longer fits. */
final class Drift implements Finding {

  private static final long serialVersionUID = 1L;

  @Override
  public Description description() {
    return new Description(
        "drift",
        "The traffic is no longer what was learned",
        List.of(Kind.MODEL),
        Tier.NOTHING,
        30,
        false,
        false,
        false,
        Techniques.NONE,
        "The distribution of a feature, or of the score, has moved away from training, so "
            + "that scores mean less than they did.",
        "The population-stability index of a feature or of the score over a rolling day, "
            + "anomalous windows left out, is high and stays high; see `weir.drift` among the "
            + "measures.",
        "More windows than usual are labelled anomalous, of many sources at once and for no "
            + "reason of their own.",
        List.of("holidays and the ends of quarters", "patch day", "a network that grows"),
        "Train again on recent history once it is clear that the change is not an attack.");
  }
}
