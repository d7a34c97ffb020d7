package dev.weir.cli.kafka;

import dev.weir.job.kafka.KafkaAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real broker that takes no client without TLS and a login by SCRAM, and lets users do what its
 * lists say. It talks to itself, and the test to it, on a listener of its own.
 */
public final class SecureBroker implements AutoCloseable {

  /** The user that the broker knows. */
  public static final String USER = "weir";

  /** The user's password. */
  public static final String PASSWORD = "hunter2hunter2";

  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final KeyStores stores;
  private final int port;
  private final int inside;

  private SecureBroker(KafkaRaftServer server, KeyStores stores, int port, int inside) {
    this.server = server;
    this.stores = stores;
    this.port = port;
    this.inside = inside;
  }

  /** Starts one whose data, keys and lists are in the folder. */
  public static SecureBroker in(Path folder) throws Exception {
    KeyStores stores = KeyStores.in(folder);
    Path data = Files.createDirectory(folder.resolve("data"));
    int port = Ports.free();
    int inside = Ports.free();
    format(data);
    Map<String, String> properties = properties(data, stores, port, inside, Ports.free());
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new SecureBroker(server, stores, port, inside);
  }

  private static void format(Path data) throws Exception {
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setScramArguments(List.of("SCRAM-SHA-512=[name=" + USER + ",password=" + PASSWORD + "]"))
          .addDirectory(data.toString())
          .setMetadataLogDirectory(data.toString())
          .run();
    }
  }

  private static Map<String, String> properties(
      Path data, KeyStores stores, int port, int inside, int controller) {
    Map<String, String> p = new HashMap<>();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("log.dirs", data.toString());
    String clients = "SASL_SSL://" + HOST + ":" + port + ",INSIDE://" + HOST + ":" + inside;
    p.put("listeners", clients + ",CONTROLLER://" + HOST + ":" + controller);
    p.put("advertised.listeners", clients);
    p.put(
        "listener.security.protocol.map",
        "SASL_SSL:SASL_SSL,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("inter.broker.listener.name", "INSIDE");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("controller.quorum.voters", "1@" + HOST + ":" + controller);
    p.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    p.put(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
        ScramLoginModule.class.getName() + " required;");
    p.put("ssl.keystore.location", stores.key().toString());
    p.put("ssl.keystore.password", KeyStores.PASSWORD);
    p.put("authorizer.class.name", StandardAuthorizer.class.getName());
    p.put("super.users", "User:ANONYMOUS");
    p.put("auto.create.topics.enable", "false");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      p.put(topic + ".replication.factor", "1");
      p.put(topic + ".num.partitions", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    return p;
  }

  /** Where clients find it. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** For the test itself, which may do anything. */
  public KafkaAccess inside() {
    return KafkaAccess.plain(HOST + ":" + inside);
  }

  /** The file of settings for a user with that password. */
  public Path clientConfig(Path folder, String password) throws IOException {
    return Files.writeString(
        folder.resolve("client.properties"),
        String.join(
            "\n",
            "security.protocol=SASL_SSL",
            "sasl.mechanism=SCRAM-SHA-512",
            "sasl.jaas.config="
                + ScramLoginModule.class.getName()
                + " required username=\""
                + USER
                + "\" password=\""
                + password
                + "\";",
            "ssl.truststore.location=" + stores.trust(),
            "ssl.truststore.password=" + KeyStores.PASSWORD,
            ""));
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
