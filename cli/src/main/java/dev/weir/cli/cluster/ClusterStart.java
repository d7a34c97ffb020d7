package dev.weir.cli.cluster;

import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.Ports;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts a cluster's processes and waits until they have found each other. */
final class ClusterStart {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

  private final ClusterFolder folder;
  private final StopSignal stop;
  private ClusterState state;

  private ClusterStart(ClusterFolder folder, int port, StopSignal stop) {
    this.folder = folder;
    this.stop = stop;
    this.state = new ClusterState(port, List.of());
  }

  /**
   * Returns when all TaskManagers have registered; otherwise nothing is left running.
   *
   * @throws UserException if a cluster runs already, the port is taken, or a process dies
   */
  static ClusterState run(
      ClusterFolder folder, int port, int taskManagers, int slots, StopSignal stop) {
    ClusterState.read(folder.state())
        .filter(ClusterState::isAlive)
        .ifPresent(
            running -> {
              throw new UserException(
                  "a cluster runs already at 127.0.0.1:"
                      + running.port()
                      + "; end it with 'weir cluster stop'");
            });
    Ports.requireFree(port, "--port");
    ClusterConfig.write(folder, port, Ports.free(), slots);
    ClusterStart start = new ClusterStart(folder, port, stop);
    try {
      start.startAll(taskManagers);
      start.awaitSlots(taskManagers * slots);
      return start.state;
    } catch (RuntimeException e) {
      ClusterStop.run(folder);
      throw e;
    }
  }

  private void startAll(int taskManagers) {
    start(
        "jobmanager",
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of("-Xmx512m", "-XX:MaxMetaspaceSize=256m"),
        List.of("--executionMode", "cluster"));
    int heap = ClusterConfig.FRAMEWORK_HEAP_MB + ClusterConfig.TASK_HEAP_MB;
    int direct =
        ClusterConfig.FRAMEWORK_DIRECT_MB + ClusterConfig.TASK_DIRECT_MB + ClusterConfig.NETWORK_MB;
    for (int i = 1; i <= taskManagers; i++) {
      start(
          "taskmanager-" + i,
          "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
          List.of(
              "-Xmx" + heap + "m",
              "-XX:MaxDirectMemorySize=" + direct + "m",
              "-XX:MaxMetaspaceSize=" + ClusterConfig.METASPACE_MB + "m"),
          List.of());
    }
  }

  private void start(String role, String mainClass, List<String> options, List<String> arguments) {
    FlinkJvm jvm =
        new FlinkJvm(ClusterConfig.log4j(folder.conf()), log(role, ".log"), folder.temporary());
    options.forEach(jvm::option);
    List<String> all = new java.util.ArrayList<>(List.of("--configDir", folder.conf().toString()));
    all.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(FlinkJvm.detached(jvm.run(mainClass, all)))
              .directory(folder.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log(role, ".out").toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
      state = state.with(ClusterProcess.of(role, process.toHandle()));
      state.write(folder.state());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a JVM for the " + role, e);
    }
  }

  /** A TaskManager counts before its slots do, and a job needs these. */
  private void awaitSlots(int slots) {
    FlinkRest rest = new FlinkRest("127.0.0.1:" + state.port());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<FlinkRest.Overview> overview = rest.findOverview();
      if (overview.isPresent() && overview.get().slots() == slots) {
        return;
      }
      requireAlive();
      if (stop.awaitNanos(POLL_NANOS)) {
        throw new UserException("interrupted: no cluster was started");
      }
      if (System.nanoTime() > deadline) {
        throw new UserException(
            "after "
                + PATIENCE.toSeconds()
                + " s not all of the cluster is up; its logs are in "
                + folder.logs());
      }
    }
  }

  private void requireAlive() {
    for (ClusterProcess process : state.processes()) {
      if (process.alive().isEmpty()) {
        throw new UserException(
            "the "
                + process.role()
                + " ended at once; why stands in "
                + log(process.role(), ".log"));
      }
    }
  }

  private Path log(String role, String suffix) {
    return folder.logs().resolve(role + suffix);
  }
}
