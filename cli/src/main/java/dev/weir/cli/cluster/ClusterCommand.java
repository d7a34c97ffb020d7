package dev.weir.cli.cluster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with a Flink cluster. */
@Command(
    name = "cluster",
    description = "Start, look at and stop a Flink cluster of separate JVMs on this machine.",
    footer = "Its files are in the folder that WEIR_CLUSTER_DIR names, else in target/cluster.",
    subcommands = {
      ClusterStartCommand.class,
      ClusterStatusCommand.class,
      ClusterStopCommand.class,
      ClusterJobsCommand.class,
      StopJobCommand.class,
    })
public final class ClusterCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ClusterCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do with the cluster");
  }
}
