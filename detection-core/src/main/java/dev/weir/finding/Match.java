package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.feature.TargetKey;

/**
 * A finding whose shape a view has, with how much of it there is.
 *
 * @param name of the measure, such as {@code source.attempts}
 * @param target at which it shows most; null where it shows at none
 * @param direction of the flows that show it
 * @param whose normal it is held against, as in "normal for this target"
 * @param phrase how to say an amount of it
 */
record Match(
    String name,
    Measure measure,
    TargetKey target,
    Direction direction,
    String whose,
    Phrase phrase) {

  /** Which normal this is: the explanation of a feature goes by the 99th percentile. */
  static final String NETWORK = "this network in 99.9 % of windows";

  static final String COMMON = "this network in 99 % of windows";
  static final String TARGET = "this target";

  /**
   * Of two the one that is more of its limit, the first of equals; null where both are. Chosen so
   * over all targets, what holds for one of them is never hidden by another that has more, and had
   * more in training.
   */
  static Match worse(Match one, Match other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.measure().ofLimit() > one.measure().ofLimit() ? other : one;
  }

  /** The measure as a reason; where training knew none, with what is too much in its place. */
  Reason reason() {
    if (measure.normal() > 0) {
      return Reasons.beyond(name, measure.value(), measure.normal(), whose, phrase);
    }
    String most = phrase.quantity().apply(measure.limit());
    return Reasons.told(
        name, measure.value(), phrase.say(measure.value()) + "; too much from " + most + " on");
  }
}
