package dev.weir.cli.cluster;

import dev.weir.command.DurationConverter;
import dev.weir.flow.Durations;
import dev.weir.flow.UserException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a job, by default with a savepoint from which another can go on. */
@Command(name = "stop-job", description = "End a job with a savepoint, and print where that lies.")
final class StopJobCommand implements Runnable {

  private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

  @Spec private CommandSpec spec;

  @Mixin private JobManagerAddress jobManager;

  @Parameters(paramLabel = "JOBID", description = "The job, by the id that 'weir submit' printed.")
  private String jobId;

  @Option(
      names = "--drain",
      description = "Let event time run to its end first, so that every window closes.")
  private boolean drain;

  @Option(names = "--cancel", description = "End it here and now, without a savepoint.")
  private boolean cancel;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "2m",
      converter = DurationConverter.class,
      description = "How long to wait for its end. Default: ${DEFAULT-VALUE}")
  private Duration timeout;

  @Override
  public void run() {
    FlinkRest rest = jobManager.rest();
    long deadline = System.nanoTime() + timeout.toNanos();
    String savepoint = "";
    if (cancel) {
      rest.cancel(jobId);
    } else {
      savepoint = takeSavepoint(rest, rest.stop(jobId, drain), deadline);
    }
    while (!rest.job(jobId).hasEnded()) {
      pause(deadline);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(rest.job(jobId).state() + (savepoint.isEmpty() ? "" : " " + savepoint));
    out.flush();
  }

  private String takeSavepoint(FlinkRest rest, String request, long deadline) {
    Optional<String> location = rest.savepoint(jobId, request);
    while (location.isEmpty()) {
      pause(deadline);
      location = rest.savepoint(jobId, request);
    }
    return location.get();
  }

  private void pause(long deadline) {
    if (System.nanoTime() > deadline) {
      throw new UserException(
          "job "
              + jobId
              + " has not ended after "
              + Durations.format(timeout)
              + "; raise --timeout");
    }
    LockSupport.parkNanos(POLL_NANOS);
  }
}
