package dev.weir.finding;

import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a source sent over the network's edge beside what it always sends: bytes to targets that had
 * as many in training, as a backup to its place has, are put aside, and those from one host inside
 * to another.
 *
 * <p>Of many targets evidence is a sample. What the others got counts, unless most of what the
 * sample shows stays inside.
 *
 * @param sent bytes; 0 and up
 * @param back bytes that came back, but for those from targets that are put aside; what came back
 *     in records of its own is told of no target and counts
 * @param target that half of it went to, at least; null where none did that is told
 */
record Upload(double sent, double back, TargetKey target) {

  /**
   * Of a window.
   *
   * @param factor times a target's own peak that it may get
   */
  static Upload of(SourceCase source, Baseline baseline, double factor) {
    List<TargetCount> counted = new ArrayList<>();
    List<TargetCount> usual = new ArrayList<>();
    List<TargetCount> inside = new ArrayList<>();
    for (TargetCount count : source.targets()) {
      if (baseline.targets().usuallyGets(count, factor)) {
        usual.add(count);
      } else {
        boolean within =
            baseline.places().direction(source.source(), count.target()) == Direction.WITHIN;
        (within ? inside : counted).add(count);
      }
    }
    double sent = sum(counted, TargetCount::bytesIn);
    double within = sum(inside, TargetCount::bytesIn);
    double others =
        source.known(Feature.BYTES_IN) - sent - within - sum(usual, TargetCount::bytesIn);
    double back =
        source.known(Feature.BYTES_OUT)
            - sum(usual, TargetCount::bytesOut)
            - sum(inside, TargetCount::bytesOut);
    TargetCount most = source.most(TargetCount::bytesIn, counted::contains);
    double counts = within > sent ? sent : sent + Math.max(0, others);
    boolean told = most != null && 2 * (double) most.bytesIn() >= counts;
    return new Upload(counts, Math.max(0, back), told ? most.target() : null);
  }

  private static double sum(List<TargetCount> counts, ToLongFunction<TargetCount> of) {
    double sum = 0;
    for (TargetCount count : counts) {
      sum += (double) of.applyAsLong(count);
    }
    return sum;
  }
}
