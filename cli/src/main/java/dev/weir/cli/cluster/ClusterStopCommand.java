package dev.weir.cli.cluster;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the cluster. */
@Command(name = "stop", description = "End the cluster and whatever runs on it.")
final class ClusterStopCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    int ended = ClusterStop.run(ClusterFolder.ofUser());
    PrintWriter out = spec.commandLine().getOut();
    out.println(ended == 0 ? "No cluster runs." : "Ended " + ended + " processes.");
    out.flush();
  }
}
