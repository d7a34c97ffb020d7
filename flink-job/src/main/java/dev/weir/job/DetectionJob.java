package dev.weir.job;

import dev.weir.command.Commands;
import dev.weir.flow.UserException;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.config.PropertyGroups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The job as a Flink cluster runs it: {@code flink run flink-job.jar --model … --format …}; on
 * Amazon's managed Flink with options from its property groups.
 */
@Command(
    name = "weir-job",
    description = "Detect anomalies in a topic of logs, on a Flink cluster.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true)
public final class DetectionJob implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private DetectOptions options;

  /** For picocli. */
  public DetectionJob() {}

  /** Submits the job; a failure is told in a line. */
  public static void main(String[] args) {
    if (run(PropertyGroups.FILE, args) != 0) {
      throw new JobNotStartedException();
    }
  }

  /** With the options of a file of property groups too, where there is one. */
  private static int run(Path groups, String... args) {
    CommandLine line = Commands.commandLine(new DetectionJob());
    try {
      return line.execute(PropertyGroups.before(groups, args));
    } catch (UserException e) {
      line.getErr().println("weir-job: " + e.getMessage());
      return line.getCommandSpec().exitCodeOnExecutionException();
    }
  }

  @Override
  public Integer call() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    for (String warning : new StreamDetection(options).build(env)) {
      spec.commandLine().getErr().println("weir-job: warning: " + warning);
      spec.commandLine().getErr().flush();
    }
    env.execute("weir");
    return 0;
  }

  /** Tells Flink's client, which may not be ended from within, that there is no job. */
  private static final class JobNotStartedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobNotStartedException() {
      super("the job was not started; the reason stands above", null, false, false);
    }
  }
}
