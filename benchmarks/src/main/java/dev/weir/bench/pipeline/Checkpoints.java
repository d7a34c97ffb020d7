package dev.weir.bench.pipeline;

import java.util.Comparator;
import java.util.List;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;

/** A job's checkpoints as figures. */
final class Checkpoints {

  private Checkpoints() {}

  /** The latest first. */
  static List<Measurement.Checkpoint> of(RunningJob job) {
    return job.checkpoints().stream()
        .sorted(Comparator.comparingLong(AbstractCheckpointStats::getCheckpointId).reversed())
        .map(
            stats ->
                new Measurement.Checkpoint(
                    stats.getStateSize(), stats.getCheckpointedSize(), stats.getEndToEndDuration()))
        .toList();
  }
}
