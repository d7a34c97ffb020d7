package dev.weir.train.report;

import dev.weir.train.report.Timeline.Moment;
import java.util.List;
import java.util.function.ToLongFunction;

/** Times at which a port was called far more often than it is. */
final class Spikes {

  /** Fewer flows are no spike, however rare they are. */
  private static final int MIN_FLOWS = 10;

  private static final double DEVIATIONS = 3;

  private Spikes() {}

  /** Three standard deviations above the mean over the history. */
  static List<Summary.Spike> of(int port, List<Moment> moments, ToLongFunction<Moment> flows) {
    double mean = moments.stream().mapToLong(flows).average().orElse(0);
    double variance =
        moments.stream()
            .mapToDouble(moment -> Math.pow(flows.applyAsLong(moment) - mean, 2))
            .average()
            .orElse(0);
    double limit = Math.max(MIN_FLOWS, mean + DEVIATIONS * Math.sqrt(variance));
    return moments.stream()
        .filter(moment -> flows.applyAsLong(moment) >= limit)
        .map(moment -> new Summary.Spike(port, moment.start(), flows.applyAsLong(moment), mean))
        .toList();
  }
}
