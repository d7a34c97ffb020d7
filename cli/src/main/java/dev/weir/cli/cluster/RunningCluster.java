package dev.weir.cli.cluster;

import dev.weir.flow.UserException;

/** The cluster that weir started on this machine. */
record RunningCluster(ClusterState state, FlinkRest rest) {

  /**
   * Finds it.
   *
   * @throws UserException if there is none
   */
  static RunningCluster ofUser() {
    ClusterState state =
        ClusterState.read(ClusterFolder.ofUser().state())
            .filter(ClusterState::isAlive)
            .orElseThrow(
                () -> new UserException("no cluster runs; start one with 'weir cluster start'"));
    return new RunningCluster(state, new FlinkRest("127.0.0.1:" + state.port()));
  }
}
