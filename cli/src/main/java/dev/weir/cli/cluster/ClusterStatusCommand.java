package dev.weir.cli.cluster;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what the cluster has, in a last line that scripts can rely on. */
@Command(name = "status", description = "Show the cluster; exit code 1 if there is none.")
final class ClusterStatusCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    RunningCluster cluster = RunningCluster.ofUser();
    FlinkRest.Overview overview = cluster.rest().overview();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Flink at http://" + cluster.rest().address());
    for (ClusterProcess process : cluster.state().processes()) {
      String pid = process.alive().isPresent() ? "pid " + process.pid() : "ended";
      out.println(process.role() + " " + pid);
    }
    out.println("jobs running " + overview.running());
    out.println("taskmanagers " + overview.taskManagers() + " slots " + overview.slots());
    out.flush();
  }
}
