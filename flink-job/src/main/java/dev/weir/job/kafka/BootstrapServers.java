package dev.weir.job.kafka;

import picocli.CommandLine.Option;

/** The option that says where Kafka is. */
public final class BootstrapServers {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Where Kafka is. Default: ${DEFAULT-VALUE}")
  private String value;

  /** For picocli. */
  public BootstrapServers() {}

  /** As Kafka's clients take it. */
  public String value() {
    return value;
  }
}
