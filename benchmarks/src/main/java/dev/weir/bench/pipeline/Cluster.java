package dev.weir.bench.pipeline;

import dev.weir.cli.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Flink in this JVM with one TaskManager, on which jobs run one after another. Everything that it
 * writes is gone once this is closed.
 */
public final class Cluster implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);
  private static final long CLOSE_SECONDS = 60;

  /** Accumulators, by which a running job's progress is followed, travel with heartbeats. */
  private static final Duration HEARTBEAT = Duration.ofMillis(250);

  /** Of RocksDB, for each slot. */
  private static final int MANAGED_MEBIBYTES = 512;

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  private final Path folder;
  private final MiniCluster flink;
  private final int slots;

  private Cluster(Path folder, MiniCluster flink, int slots) {
    this.folder = folder;
    this.flink = flink;
    this.slots = slots;
  }

  /** Starts one with so many slots. */
  public static Cluster start(int slots) throws Exception {
    Path folder = Files.createTempDirectory("weir-bench-flink-");
    MiniCluster flink =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings(folder, slots))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress(LOOPBACK)
                .build());
    flink.start();
    return new Cluster(folder, flink, slots);
  }

  private static Configuration settings(Path folder, int slots) throws IOException {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.TMP_DIRS, Files.createDirectory(folder.resolve("tmp")).toString());
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(TaskManagerOptions.HOST, LOOPBACK);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    settings.set(
        TaskManagerOptions.MANAGED_MEMORY_SIZE,
        MemorySize.ofMebiBytes((long) MANAGED_MEBIBYTES * slots));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    settings.setString("metrics.reporters", "tap");
    settings.setString("metrics.reporter.tap.factory.class", Tap.class.getName());
    return settings;
  }

  /** Where a job is built, with as many subtasks as there are slots. */
  public StreamExecutionEnvironment environment(Backend backend) {
    Configuration job = new Configuration();
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    job.set(StateBackendOptions.STATE_BACKEND, backend.flinkName());
    job.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, backend == Backend.ROCKSDB);
    job.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    job.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    // A bounded job would wait at its end for the next checkpoint, which comes when it comes.
    job.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(job);
    env.setParallelism(slots);
    env.enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
    env.getConfig().enableObjectReuse();
    return env;
  }

  /** Starts the environment's job. */
  public RunningJob submit(StreamExecutionEnvironment env, String name) throws Exception {
    return RunningJob.submit(flink, env.getStreamGraph(), name);
  }

  /** Subtasks that can run beside each other. */
  public int slots() {
    return slots;
  }

  @Override
  public void close() {
    try {
      flink.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Its threads keep no JVM alive.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Folders.deleteQuietly(folder);
    }
  }
}
