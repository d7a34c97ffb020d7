package dev.weir.cli.cluster;

import picocli.CommandLine.Option;

/** The option that says which cluster is meant. */
final class JobManagerAddress {

  @Option(
      names = "--jobmanager",
      paramLabel = "HOST:PORT",
      description =
          "The JobManager's REST address. Default: that of 'weir cluster start', else"
              + " localhost:8081")
  private String given;

  FlinkRest rest() {
    return new FlinkRest(given == null ? ofUsersCluster() : given);
  }

  private static String ofUsersCluster() {
    return ClusterState.read(ClusterFolder.ofUser().state())
        .filter(ClusterState::isAlive)
        .map(state -> "127.0.0.1:" + state.port())
        .orElse("localhost:8081");
  }
}
