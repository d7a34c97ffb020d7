package dev.weir.job.kafka;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say where Kafka is, and how its clients are let in. */
public final class KafkaOptions {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Where Kafka is. Default: ${DEFAULT-VALUE}")
  private String servers;

  @Option(
      names = "--kafka.client-config",
      paramLabel = "FILE",
      description =
          "Properties of Kafka's clients for TLS and login (security.protocol, sasl.*, ssl.*), with"
              + " secrets as $${env:NAME} or $${file:PATH:KEY}. Default: none, neither TLS nor login")
  private Path clientConfig;

  /** For picocli. */
  public KafkaOptions() {}

  /**
   * As the options say.
   *
   * @throws dev.weir.flow.UserException where the file is not as it must be
   */
  public KafkaAccess access() {
    return clientConfig == null
        ? KafkaAccess.plain(servers)
        : KafkaAccess.with(servers, ClientConfigFile.read(clientConfig));
  }
}
