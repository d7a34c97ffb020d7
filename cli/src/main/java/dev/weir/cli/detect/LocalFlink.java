package dev.weir.cli.detect;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink inside this JVM. */
public final class LocalFlink {

  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);

  private static final String LOOPBACK = "127.0.0.1";

  private static final int RESTARTS = 10;
  private static final Duration RESTART_DELAY = Duration.ofSeconds(2);

  private LocalFlink() {}

  /**
   * For a stream: with a web UI and checkpoints.
   *
   * @param checkpoints folder for checkpoints
   * @param uiPort of the web UI on the loopback interface
   */
  public static StreamExecutionEnvironment forStream(Path checkpoints, int uiPort) {
    Configuration settings = alone();
    // Endless restarts would hide from the user what is wrong.
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY);
    settings.set(RestOptions.PORT, uiPort);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        checkpoints.toAbsolutePath().toUri().toString());
    return StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(settings);
  }

  /** For files: a failure ends the job, since it would only come again. */
  public static LocalStreamEnvironment forFiles() {
    Configuration settings = alone();
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    LocalStreamEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    env.setParallelism(1);
    return env;
  }

  /** Small, and out of reach of other machines: whoever reaches Flink can run code in it. */
  private static Configuration alone() {
    Configuration settings = new Configuration();
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
