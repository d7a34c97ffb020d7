package dev.weir.cli.detect;

import dev.weir.job.Accounting;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;

/** How far a job is, as its tasks told with their last heartbeats. */
public final class JobProgress {

  private JobProgress() {}

  /** How many entries the job has seen; unknown where it has just begun or ended. */
  public static OptionalLong entries(JobClient job) throws InterruptedException {
    try {
      Map<String, Object> counts = job.getAccumulators().get();
      return OptionalLong.of(Accounting.of(counts).entries());
    } catch (ExecutionException | IllegalStateException e) {
      // The latter of a cluster that shuts down, since the job has ended meanwhile.
      return OptionalLong.empty();
    }
  }
}
