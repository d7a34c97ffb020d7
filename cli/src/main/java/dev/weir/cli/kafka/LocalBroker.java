package dev.weir.cli.kafka;

import dev.weir.cli.Folders;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.KafkaAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in this JVM, its own KRaft controller, reachable on the loopback interface
 * only. Topics exist when somebody creates them, and records stay however old their timestamps are.
 */
public final class LocalBroker implements AutoCloseable {

  /** The longest line that a log may have (1 MiB), with room to spare. */
  static final int MAX_MESSAGE = 4 << 20;

  private static final String HOST = "127.0.0.1";
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final Path data;
  private final boolean temporary;
  private final int port;

  private LocalBroker(KafkaRaftServer server, Path data, boolean temporary, int port) {
    this.server = server;
    this.data = data;
    this.temporary = temporary;
    this.port = port;
  }

  /**
   * Starts a broker whose data goes with it.
   *
   * @param port 0 for any that is free
   */
  public static LocalBroker temporary(int port) {
    try {
      return start(port, Files.createTempDirectory("weir-kafka-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary folder for Kafka", e);
    }
  }

  /**
   * Starts a broker whose data outlives it.
   *
   * @param port 0 for any that is free
   */
  public static LocalBroker in(Path data, int port) {
    try {
      return start(port, Files.createDirectories(data).toAbsolutePath(), false);
    } catch (IOException e) {
      throw new UserException(
          "cannot create the folder " + data + " for Kafka's data; name another by --data", e);
    }
  }

  /** Where clients find the broker. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** How clients reach the broker. */
  public KafkaAccess access() {
    return KafkaAccess.plain(bootstrapServers());
  }

  /** Where the broker keeps its data. */
  public Path data() {
    return data;
  }

  /** Ends the broker; temporary data is gone afterwards. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    if (temporary) {
      Folders.delete(data);
    }
  }

  private static LocalBroker start(int wantedPort, Path data, boolean temporary) {
    try {
      int port = wantedPort == 0 ? Ports.free() : wantedPort;
      Ports.requireFree(port, "--port");
      format(data);
      KafkaConfig config = new KafkaConfig(properties(port, Ports.free(), data), false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new LocalBroker(server, data, temporary, port);
    } catch (RuntimeException e) {
      if (temporary) {
        Folders.delete(data);
      }
      throw e;
    }
  }

  private static void format(Path data) {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .addDirectory(data.toString())
          .setMetadataLogDirectory(data.toString())
          .run();
    } catch (Exception e) {
      throw new UserException(
          "the folder " + data + " cannot hold Kafka's data (" + e.getMessage() + "); name another",
          e);
    }
  }

  private static Map<String, String> properties(int port, int controllerPort, Path data) {
    Map<String, String> p = new HashMap<>();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE));
    p.put("log.dirs", data.toString());
    p.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    p.put("auto.create.topics.enable", "false");
    p.put("message.max.bytes", Integer.toString(MAX_MESSAGE));
    p.put("group.initial.rebalance.delay.ms", "0");
    // Replayed history is older than any retention.
    p.put("log.retention.ms", "-1");
    // The cleaner would take 128 MB of this JVM's heap.
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    alone(p, "offsets.topic.replication.factor", null, "offsets.topic.num.partitions");
    alone(
        p,
        "transaction.state.log.replication.factor",
        "transaction.state.log.min.isr",
        "transaction.state.log.num.partitions");
    alone(
        p,
        "share.coordinator.state.topic.replication.factor",
        "share.coordinator.state.topic.min.isr",
        "share.coordinator.state.topic.num.partitions");
    return p;
  }

  private static void alone(Map<String, String> p, String replicas, String isr, String partitions) {
    p.put(replicas, "1");
    p.put(partitions, "1");
    if (isr != null) {
      p.put(isr, "1");
    }
  }
}
