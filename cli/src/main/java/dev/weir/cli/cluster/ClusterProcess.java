package dev.weir.cli.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the cluster's JVMs, recognised by its pid together with when it started: a pid alone may
 * be somebody else's by now.
 *
 * @param role jobmanager, taskmanager-1, ...
 * @param started epoch milliseconds, 0 where the system does not tell
 */
record ClusterProcess(String role, long pid, long started) {

  /** The system derives the start from its own clock, which may have been set since. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static ClusterProcess of(String role, ProcessHandle process) {
    return new ClusterProcess(role, process.pid(), startOf(process));
  }

  /** The process if it still runs. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    return Math.abs(startOf(process) - started) <= TOLERANCE.toMillis();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
