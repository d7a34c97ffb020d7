package dev.weir.bench.pipeline;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.OptionalFailure;
import org.apache.flink.util.SerializedValue;

/** A job on a {@link Cluster}. */
public final class RunningJob implements AutoCloseable {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long ANSWER_SECONDS = 60;

  private final MiniCluster flink;
  private final JobID id;
  private final CompletableFuture<JobResult> result;

  private RunningJob(MiniCluster flink, JobID id) {
    this.flink = flink;
    this.id = id;
    this.result = flink.requestJobResult(id);
  }

  static RunningJob submit(MiniCluster flink, StreamGraph graph, String name) throws Exception {
    graph.setJobName(name);
    JobGraph job = graph.getJobGraph();
    flink.submitJob(job).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    return new RunningJob(flink, job.getJobID());
  }

  /**
   * Waits for something that the job brings about.
   *
   * @throws UserException where it ends before, or takes too long
   */
  public void await(String what, BooleanSupplier happened, long seconds) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!happened.getAsBoolean()) {
      if (result.isDone()) {
        requireSuccess(result.get());
        if (happened.getAsBoolean()) {
          return;
        }
        throw new UserException("the job ended before " + what);
      }
      if (System.nanoTime() > deadline) {
        throw new UserException(what + " did not come within " + seconds + " s");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Waits until every task runs, which a checkpoint proves. */
  public void awaitTasks() throws Exception {
    await("the start of its tasks", this::takesCheckpoint, ANSWER_SECONDS);
  }

  private boolean takesCheckpoint() {
    try {
      checkpoint();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Flink takes no checkpoint", e);
    }
  }

  /** Waits until the job has ended by itself. */
  public void awaitEnd() throws Exception {
    requireSuccess(result.get());
  }

  private static void requireSuccess(JobResult result) {
    if (!result.isSuccess()) {
      Throwable cause = result.getSerializedThrowable().map(Throwable.class::cast).orElse(null);
      while (cause != null && cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new UserException("the job failed: " + cause, cause);
    }
  }

  /** Epoch milliseconds at which the job's last task had ended. */
  long finishedAt() throws Exception {
    return graph().getStatusTimestamp(JobStatus.FINISHED);
  }

  /** A count of the job's, as of its latest heartbeat or its end; 0 where it has no such count. */
  public long count(String accumulator) {
    try {
      SerializedValue<OptionalFailure<Object>> value =
          graph().getAccumulatorsSerialized().get(accumulator);
      return value == null
          ? 0
          : (Long) value.deserializeValue(RunningJob.class.getClassLoader()).getUnchecked();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes a checkpoint of the whole state now. */
  public void checkpoint() throws InterruptedException, ExecutionException, TimeoutException {
    flink.triggerCheckpoint(id, CheckpointType.FULL).get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  /** The checkpoints that succeeded. */
  List<AbstractCheckpointStats> checkpoints() {
    return graph().getCheckpointStatsSnapshot().getHistory().getCheckpoints().stream()
        .filter(stats -> stats.getStatus() == CheckpointStatsStatus.COMPLETED)
        .toList();
  }

  private AccessExecutionGraph graph() {
    try {
      return flink.getExecutionGraph(id).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Flink does not tell how the job is", e);
    }
  }

  /** Cancels the job if it still runs. */
  @Override
  public void close() {
    if (result.isDone()) {
      return;
    }
    try {
      flink.cancelJob(id).get(ANSWER_SECONDS, TimeUnit.SECONDS);
      result.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the job cannot be ended", e);
    }
  }
}
