package dev.weir.cli.cluster;

import dev.weir.cli.CtrlC;
import dev.weir.flow.UsageException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a cluster that goes on after the command has ended. */
@Command(name = "start", description = "Start a JobManager and TaskManagers, and wait for them.")
final class ClusterStartCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--taskmanagers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many TaskManagers, each a JVM of about 1 GB. Default: ${DEFAULT-VALUE}")
  private int taskManagers;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "2",
      description = "Slots of each TaskManager. Default: ${DEFAULT-VALUE}")
  private int slots;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of the JobManager and its web UI. Default: ${DEFAULT-VALUE}")
  private int port;

  @Override
  public void run() {
    requirePositive("--taskmanagers", taskManagers);
    requirePositive("--slots", slots);
    requirePositive("--port", port);
    try (CtrlC ctrlC = CtrlC.listen()) {
      ClusterFolder folder = ClusterFolder.ofUser();
      ClusterStart.run(folder, port, taskManagers, slots, ctrlC.signal());
      PrintWriter out = spec.commandLine().getOut();
      out.println("Flink is up at http://127.0.0.1:" + port + ", logs in " + folder.logs());
      out.println("taskmanagers " + taskManagers + " slots " + taskManagers * slots);
      out.flush();
    }
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new UsageException(option + " is " + value + "; it has to be at least 1");
    }
  }
}
