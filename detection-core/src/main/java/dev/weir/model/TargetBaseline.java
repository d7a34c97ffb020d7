package dev.weir.model;

import dev.weir.feature.TargetKey;
import java.util.SortedMap;

/**
 * What the target view was like in training.
 *
 * @param flows quantiles over the windows of all targets
 * @param bytesIn likewise
 * @param sources likewise
 * @param peaks of the busiest targets, each by itself: a public server is no victim for being busy;
 *     by "address|port"
 * @param known hashes of targets that at least three sources of the history contacted, or one
 *     regularly over hours; see {@link #isKnown}
 */
public record TargetBaseline(
    Quantiles flows,
    Quantiles bytesIn,
    Quantiles sources,
    SortedMap<String, Peak> peaks,
    KnownTargets known) {

  /**
   * The most that a window of the history held of a target.
   *
   * @param flows flows
   * @param bytesIn bytes sent to it
   * @param sources distinct sources
   */
  public record Peak(long flows, long bytesIn, long sources) {}

  /** What to expect of a target at most: its own peak, else what 99.9 % of all windows stay below. */
  public Peak peak(TargetKey target) {
    throw new UnsupportedOperationException();
  }

  /** Whether the history came to it often enough that coming back to it means nothing. */
  public boolean isKnown(TargetKey target) {
    return known.contains(target);
  }
}
