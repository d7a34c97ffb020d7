package dev.weir.cli.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** Settings of a Flink inside this JVM. */
final class LocalSettings {

  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);
  private static final String LOOPBACK = "127.0.0.1";

  private static final int RESTARTS = 10;
  private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(5);
  private static final Duration RESTART_DELAY = Duration.ofSeconds(2);

  /** Accumulators travel with heartbeats, and progress is read off them. */
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private LocalSettings() {}

  static Configuration forStream(Path folder, int uiPort) throws IOException {
    Configuration settings = alone(folder);
    // What is wrong with the job shows within minutes; a broker that is away is waited for.
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL, RESTARTS);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL,
        RESTARTS_WITHIN);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, RESTART_DELAY);
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    settings.set(RestOptions.PORT, uiPort);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toAbsolutePath().toUri().toString());
    return settings;
  }

  static Configuration forFiles(Path folder) throws IOException {
    Configuration settings = alone(folder);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    return settings;
  }

  /** Small, and out of reach of other machines: whoever reaches Flink can run code in it. */
  private static Configuration alone(Path folder) throws IOException {
    Configuration settings = new Configuration();
    String temporary = Files.createDirectories(folder.resolve("tmp")).toString();
    settings.set(CoreOptions.TMP_DIRS, temporary);
    settings.set(WebOptions.TMP_DIR, temporary);
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    return settings;
  }
}
