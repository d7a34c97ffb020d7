package dev.weir.cli.detect;

import dev.weir.cli.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Flink inside this JVM, for one job. Everything that it writes lies in a folder of its own, which
 * is gone once this is closed.
 */
public final class LocalFlink implements AutoCloseable {

  private static final long CLOSE_SECONDS = 60;

  private final Path folder;
  private final StreamExecutionEnvironment environment;
  private MiniCluster cluster;

  private LocalFlink(Path folder, StreamExecutionEnvironment environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * For a stream: with a web UI and checkpoints.
   *
   * @param uiPort of the web UI on the loopback interface
   */
  public static LocalFlink forStream(int uiPort) throws IOException {
    Path folder = newFolder();
    return new LocalFlink(
        folder,
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(
            LocalSettings.forStream(folder, uiPort)));
  }

  /** For files: a failure ends the job, since it would only come again. */
  public static LocalFlink forFiles() throws IOException {
    Path folder = newFolder();
    return new LocalFlink(
        folder,
        StreamExecutionEnvironment.createLocalEnvironment(1, LocalSettings.forFiles(folder)));
  }

  private static Path newFolder() throws IOException {
    return Files.createTempDirectory("weir-flink-");
  }

  /** Where the job's graph is built. */
  public StreamExecutionEnvironment environment() {
    return environment;
  }

  /** A folder that lasts as long as this. */
  Path folder() {
    return folder;
  }

  /** Starts Flink and the job of the environment. */
  public JobClient submit(String name) throws Exception {
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName(name);
    Configuration settings = Configuration.fromMap(environment.getConfiguration().toMap());
    return LocalExecutor.createWithFactory(settings, this::create)
        .execute(graph, settings, LocalFlink.class.getClassLoader())
        .get();
  }

  private MiniCluster create(MiniClusterConfiguration configuration) {
    cluster = new MiniCluster(configuration);
    return cluster;
  }

  /** Ends the job if it still runs, and Flink with it. */
  @Override
  public void close() {
    try {
      if (cluster != null) {
        cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      // Its threads keep no JVM alive.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Folders.deleteQuietly(folder);
    }
  }
}
