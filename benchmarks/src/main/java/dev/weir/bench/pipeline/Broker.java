package dev.weir.bench.pipeline;

import dev.weir.cli.Folders;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Kafka broker in another process, whose data is gone once this is closed. */
public final class Broker implements AutoCloseable {

  private static final long END_SECONDS = 20;

  /** Topics of past runs must not fill the disk. */
  private static final Map<String, String> CONFIGURATION = Map.of("file.delete.delay.ms", "1000");

  private static final Map<String, String> STAMPED =
      Map.of("file.delete.delay.ms", "1000", "message.timestamp.type", "LogAppendTime");

  private final Process process;
  private final Path data;
  private final String bootstrapServers;
  private final int partitions;

  private Broker(Process process, Path data, String bootstrapServers, int partitions) {
    this.process = process;
    this.data = data;
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
  }

  /** Starts one and waits until it answers. */
  public static Broker start(int partitions) throws IOException {
    Path data = Files.createTempDirectory("weir-bench-kafka-");
    Process process =
        new ProcessBuilder(command(data)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String servers = out.readLine();
    if (servers == null) {
      Folders.deleteQuietly(data);
      throw new UserException("the broker did not start; target/logs/weir.log says why");
    }
    return new Broker(process, data, servers, partitions);
  }

  private static List<String> command(Path data) {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
    for (String name : List.of("weir.log.file", "java.io.tmpdir")) {
      if (System.getProperty(name) != null) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    command.addAll(access());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BrokerMain.class.getName(), data.toString()));
    return command;
  }

  /** What this JVM is allowed to reach into, Kafka's libraries need as well. */
  private static List<String> access() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            option ->
                option.startsWith("--add-opens")
                    || option.startsWith("--enable-native-access")
                    || option.startsWith("--sun-misc-unsafe-memory-access"))
        .toList();
  }

  /**
   * CPU time that its process has used, in seconds and to the hundredth; 0 where the system does
   * not tell.
   */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** Where clients find it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Partitions of every topic. */
  public int partitions() {
    return partitions;
  }

  /** Makes a topic. */
  public void create(String topic) {
    create(topic, CONFIGURATION);
  }

  /** Makes a topic whose messages carry the time at which the broker got them. */
  void createStamped(String topic) {
    create(topic, STAMPED);
  }

  private void create(String topic, Map<String, String> configuration) {
    try (Topics topics = Topics.at(bootstrapServers)) {
      topics.create(topic, partitions, configuration);
      // A broker knows of a partition before it leads it, and refuses what comes in between.
      topics.lag("weir-bench", topic);
    }
  }

  /** Drops those of the topics that there are. */
  public void delete(List<String> names) {
    try (Topics topics = Topics.at(bootstrapServers)) {
      topics.delete(names);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } finally {
      Folders.deleteQuietly(data);
    }
  }
}
