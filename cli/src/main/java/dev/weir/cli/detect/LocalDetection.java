package dev.weir.cli.detect;

import dev.weir.cli.kafka.Ports;
import dev.weir.command.Commands;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.StreamDetection;
import dev.weir.job.config.DetectOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The job between Kafka topics, running in this JVM until it is ended. */
public final class LocalDetection implements AutoCloseable {

  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 60;
  private static final long POLL_MILLIS = 50;

  private final LocalFlink flink;
  private final JobClient job;
  private final int uiPort;
  private final List<String> warnings;
  private final CompletableFuture<JobExecutionResult> result;

  private LocalDetection(LocalFlink flink, JobClient job, int uiPort, List<String> warnings) {
    this.flink = flink;
    this.job = job;
    this.uiPort = uiPort;
    this.warnings = List.copyOf(warnings);
    this.result = job.getJobExecutionResult();
  }

  /**
   * Starts the job and waits until it runs.
   *
   * @param uiPort of Flink's web UI; 0 for any
   * @throws UserException where the options do not fit what is there
   */
  public static LocalDetection start(DetectOptions options, int uiPort) throws Exception {
    int port = uiPort == 0 ? Ports.free() : uiPort;
    Ports.requireFree(port, "--ui-port");
    LocalFlink flink = LocalFlink.forStream(port);
    try {
      List<String> warnings = new StreamDetection(options).build(flink.environment());
      LocalDetection detection = new LocalDetection(flink, flink.submit("weir"), port, warnings);
      detection.awaitRunning();
      return detection;
    } catch (Exception e) {
      flink.close();
      throw e;
    }
  }

  /** The job's options as a command line would set them. */
  public static DetectOptions options(String... arguments) {
    @Command
    final class Holder {
      @Mixin private DetectOptions options;
    }
    Holder holder = new Holder();
    Commands.commandLine(holder).parseArgs(arguments);
    return holder.options;
  }

  private void awaitRunning() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (job.getJobStatus().get(START_SECONDS, TimeUnit.SECONDS) != JobStatus.RUNNING) {
      if (result.isDone() || System.nanoTime() > deadline) {
        throw failed();
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** What the user should know of how options and model go together. */
  public List<String> warnings() {
    return warnings;
  }

  /** Where Flink's web UI is. */
  public String uiAddress() {
    return "http://127.0.0.1:" + uiPort;
  }

  /** Entries that the job has read, as its tasks told last; 0 where they have not yet. */
  public long entries() throws InterruptedException {
    return JobProgress.entries(job).orElse(0);
  }

  /** Completes when the job ends by itself, which is a failure. */
  public CompletableFuture<?> ended() {
    return result;
  }

  /**
   * Ends the job after everything that it has read: every window closes, scored with what it holds.
   */
  public Accounting drain() throws Exception {
    stopDraining();
    try {
      return Accounting.of(result.get(STOP_SECONDS, TimeUnit.SECONDS).getAllAccumulatorResults());
    } catch (ExecutionException | TimeoutException e) {
      throw JobFailure.of(e);
    }
  }

  /** Asks again for as long as tasks that were only just deployed can't take a savepoint yet. */
  private void stopDraining() throws InterruptedException {
    String savepoints = flink.folder().resolve("savepoints").toUri().toString();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
    while (true) {
      try {
        job.stopWithSavepoint(true, savepoints, SavepointFormatType.CANONICAL)
            .get(STOP_SECONDS, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException | TimeoutException e) {
        if (result.isDone()) {
          throw failed();
        }
        if (System.nanoTime() > deadline) {
          throw JobFailure.of(e);
        }
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** The job's failure in words. */
  public UserException failed() {
    Throwable cause = null;
    try {
      result.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      cause = e;
    } catch (TimeoutException e) {
      cause = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cause = e;
    }
    return JobFailure.of(cause);
  }

  /** Cancels the job if it still runs. */
  @Override
  public void close() {
    flink.close();
  }
}
