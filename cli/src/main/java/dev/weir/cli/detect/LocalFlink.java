package dev.weir.cli.detect;

import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink inside this JVM. */
public final class LocalFlink {

  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);

  private LocalFlink() {}

  /**
   * For a stream: with a web UI and checkpoints.
   *
   * @param checkpoints folder for checkpoints
   * @param uiPort of the web UI on the loopback interface
   */
  public static StreamExecutionEnvironment forStream(Path checkpoints, int uiPort) {
    Configuration settings = memory();
    settings.set(RestOptions.PORT, uiPort);
    settings.set(RestOptions.ADDRESS, "127.0.0.1");
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        checkpoints.toAbsolutePath().toUri().toString());
    return StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(settings);
  }

  /** For files: a failure ends the job, since it would only come again. */
  public static LocalStreamEnvironment forFiles() {
    Configuration settings = memory();
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    LocalStreamEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    env.setParallelism(1);
    return env;
  }

  private static Configuration memory() {
    Configuration settings = new Configuration();
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    return settings;
  }
}
