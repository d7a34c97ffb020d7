package dev.weir.cli.cluster;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists a cluster's jobs. */
@Command(name = "jobs", description = "List the jobs: id, state, name.")
final class ClusterJobsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private JobManagerAddress jobManager;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (FlinkRest.Job job : jobManager.rest().jobs()) {
      out.println(job.id() + " " + job.state() + " " + job.name());
    }
    out.flush();
  }
}
