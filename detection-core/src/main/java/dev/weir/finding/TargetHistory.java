package dev.weir.finding;

import dev.weir.feature.KnownTargets;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.model.TargetBaseline;
import dev.weir.model.TargetBaseline.Peak;
import java.util.Map;

/** What the history says of single targets. */
interface TargetHistory {

  /** What to expect of a target at most: its own peak, else what 99.9 % of all windows hold. */
  Peak peak(TargetKey target);

  /** What 99.9 % of the windows of all targets hold at most. */
  Peak usualPeak();

  /** The most that the history saw of this very target; zeros where it is not among the busiest. */
  Peak ownPeak(TargetKey target);

  /** Whether what was sent to a target is at most so many times what this very one got before. */
  default boolean usuallyGets(TargetCount count, double factor) {
    return count.bytesIn() <= factor * ownPeak(count.target()).bytesIn();
  }

  /** Whether coming back to a target means nothing. */
  boolean isKnown(TargetKey target);

  /** The history that a model keeps. */
  static TargetHistory of(TargetBaseline baseline) {
    return new KeptHistory(baseline.peaksByTarget(), baseline.usualPeak(), baseline.known());
  }

  /**
   * What a model keeps.
   *
   * @param peaks of the busiest targets
   */
  record KeptHistory(Map<TargetKey, Peak> peaks, Peak usualPeak, KnownTargets known)
      implements TargetHistory {

    private static final Peak NONE = new Peak(0, 0, 0);

    @Override
    public Peak peak(TargetKey target) {
      return peaks.getOrDefault(target, usualPeak);
    }

    @Override
    public Peak ownPeak(TargetKey target) {
      return peaks.getOrDefault(target, NONE);
    }

    @Override
    public boolean isKnown(TargetKey target) {
      return known.contains(target);
    }
  }
}
