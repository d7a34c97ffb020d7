package dev.weir.cli.kafka;

import picocli.CommandLine.Option;

/** The option that says where Kafka is. */
final class BootstrapServers {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Where Kafka is. Default: ${DEFAULT-VALUE}")
  private String value;

  String value() {
    return value;
  }
}
