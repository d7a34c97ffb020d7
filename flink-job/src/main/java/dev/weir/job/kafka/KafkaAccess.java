package dev.weir.job.kafka;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How Kafka is reached: where it is, and what its clients need to be let in. Secrets are named in
 * it, not held, where the file says {@code ${env:NAME}}: each client looks them up where it runs.
 */
public final class KafkaAccess {

  private final String servers;
  private final Map<String, String> settings;

  private KafkaAccess(String servers, Map<String, String> settings) {
    this.servers = servers;
    this.settings = Map.copyOf(settings);
  }

  /** Without encryption or login. */
  public static KafkaAccess plain(String servers) {
    return new KafkaAccess(servers, Map.of());
  }

  static KafkaAccess with(String servers, Map<String, String> settings) {
    return new KafkaAccess(servers, settings);
  }

  /** Hosts and ports, with commas between them. */
  public String servers() {
    return servers;
  }

  /** Servers and settings by the names of Kafka's clients, with those of one's own. */
  public Map<String, Object> configuration(Map<String, ?> own) {
    Map<String, Object> all = new TreeMap<>(settings);
    all.put("bootstrap.servers", servers);
    all.putAll(own);
    return all;
  }

  /** Settings by the names of Kafka's clients, without the servers. */
  public Properties properties() {
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  /** Where Kafka is; never the settings, which may hold secrets. */
  @Override
  public String toString() {
    return servers;
  }
}
