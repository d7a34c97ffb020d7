package dev.weir.feature;

import dev.weir.flow.Truth;
import java.util.List;

/**
 * The target view of one window: what only the victim sees.
 *
 * @param windowStart epoch milliseconds
 * @param windowEnd epoch milliseconds
 * @param flows started towards it; 0 and up
 * @param bytesIn bytes sent to it; NaN where no record gives them
 * @param bytesOut bytes that it sent back; NaN where no record gives them
 * @param sources distinct sources, estimated above 96
 * @param rejectedShare share refused among the flows whose fate is known; NaN where none is
 * @param shortShare share of the flows with both times that were short; NaN where none has them
 * @param topSources a few of its sources with their flows, most flows first
 * @param truth of labelled logs
 * @param early whether the window is still open: counts can only grow
 */
public record TargetView(
    TargetKey target,
    long windowStart,
    long windowEnd,
    long flows,
    double bytesIn,
    double bytesOut,
    long sources,
    double rejectedShare,
    double shortShare,
    List<SourceCount> topSources,
    Truth truth,
    boolean early) {

  /** Keeps a list of its own. */
  public TargetView {
    topSources = List.copyOf(topSources);
  }

  /** Flows of one source. */
  public record SourceCount(SourceKey source, long flows) {}
}
