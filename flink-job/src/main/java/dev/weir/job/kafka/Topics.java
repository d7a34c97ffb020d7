package dev.weir.job.kafka;

import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A broker's topics. Where no broker answers, every call says so as a {@link UserException}. */
public final class Topics implements AutoCloseable {

  /** How long a broker may take to answer: one under load takes its time. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int PATIENCE_MS = (int) PATIENCE.toMillis();

  private static final long POLL_NANOS = 50_000_000;

  /** Kafka names files after topics. */
  private static final int MAX_NAME = 249;

  private final Admin admin;
  private final String bootstrapServers;

  private Topics(Admin admin, String bootstrapServers) {
    this.admin = admin;
    this.bootstrapServers = bootstrapServers;
  }

  /** Connects without encryption or login. */
  public static Topics at(String bootstrapServers) {
    return at(KafkaAccess.plain(bootstrapServers));
  }

  /** Connects; a broker that is not there is noticed by the first call. */
  public static Topics at(KafkaAccess access) {
    try {
      return new Topics(
          Admin.create(
              access.configuration(
                  Map.of(
                      AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                      AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS))),
          access.servers());
    } catch (KafkaException e) {
      throw new UserException(
          "'"
              + access
              + "' names no Kafka broker; write --bootstrap-servers as host:port, several with"
              + " commas",
          e);
    }
  }

  /** The names of all topics that are not Kafka's own. */
  public Set<String> names() {
    return get(admin.listTopics().names());
  }

  /** Whether there is such a topic. */
  public boolean exists(String topic) {
    requireName(topic);
    return names().contains(topic);
  }

  /** Creates a topic with a number of partitions unless it exists; returns whether it did. */
  public boolean create(String topic, int partitions) {
    return create(topic, partitions, Map.of());
  }

  /**
   * Creates a topic unless it exists, replicated as the broker does by default.
   *
   * @param configuration topic settings by Kafka's names, such as message.timestamp.type
   * @return whether it was created
   */
  public boolean create(String topic, int partitions, Map<String, String> configuration) {
    requireName(topic);
    NewTopic wanted =
        new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(configuration);
    // Whoever may write to it need not be allowed to create it.
    if (isKnown(topic)) {
      return false;
    }
    try {
      get(topic, admin.createTopics(List.of(wanted)).all());
      awaitKnown(topic);
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }

  /** A broker says that a topic is created a moment before it knows it. */
  private void awaitKnown(String topic) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isKnown(topic) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean isKnown(String topic) {
    try {
      get(topic, admin.describeTopics(List.of(topic)).allTopicNames());
      return true;
    } catch (UnknownTopicOrPartitionException e) {
      return false;
    }
  }

  /** Deletes those of the topics that exist. */
  public void delete(Collection<String> topics) {
    for (String topic : topics) {
      try {
        get(admin.deleteTopics(List.of(topic)).all());
      } catch (UnknownTopicOrPartitionException e) {
        // It is gone, which is what was asked for.
      }
    }
  }

  /**
   * The number of a topic's partitions.
   *
   * @throws UserException if there is no such topic, naming those that there are
   */
  public int partitions(String topic) {
    requireName(topic);
    try {
      return get(topic, admin.describeTopics(List.of(topic)).allTopicNames())
          .get(topic)
          .partitions()
          .size();
    } catch (UnknownTopicOrPartitionException e) {
      throw new UserException(
          "there is no topic '"
              + topic
              + "' at "
              + bootstrapServers
              + "; create it or name another (there is "
              + listed()
              + ")",
          e);
    }
  }

  /** Messages of a topic beyond what a consumer group has committed. */
  public long lag(String group, String topic) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions(topic); partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return get(admin.listOffsets(latest).all()).entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata done = committed.get(end.getKey());
              return end.getValue().offset() - (done == null ? 0 : done.offset());
            })
        .sum();
  }

  /** A number that a broker is set to; empty where it does not tell whoever asks. */
  public OptionalLong brokerSetting(String name) {
    try {
      int broker = get(admin.describeCluster().nodes()).iterator().next().id();
      ConfigResource asked =
          new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
      ConfigEntry setting = get(admin.describeConfigs(List.of(asked)).all()).get(asked).get(name);
      return setting == null || setting.value() == null
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(setting.value()));
    } catch (UserException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  /** Whether the broker answers now: within the patience that every call has. */
  public boolean answers() {
    try {
      get(admin.describeCluster().nodes());
      return true;
    } catch (UserException | KafkaException e) {
      return false;
    }
  }

  /** By Kafka's rule, which a broker tells in many ways and sometimes by silence. */
  private static void requireName(String topic) {
    boolean allowed =
        topic
            .chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
    if (!allowed
        || topic.isEmpty()
        || topic.length() > MAX_NAME
        || topic.equals(".")
        || topic.equals("..")) {
      throw new UsageException(
          "'"
              + topic
              + "' cannot be a topic; a topic's name has 1 to 249 characters, each a letter from A"
              + " to Z, a digit, '.', '_' or '-', and is not '.' or '..'");
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  private String listed() {
    Set<String> names = names();
    return names.isEmpty() ? "none at all" : String.join(", ", names.stream().sorted().toList());
  }

  private <T> T get(KafkaFuture<T> future) {
    return get(future, "do that");
  }

  private <T> T get(String topic, KafkaFuture<T> future) {
    return get(future, "use topic '" + topic + "'");
  }

  private <T> T get(KafkaFuture<T> future, String wanted) {
    try {
      return future.get(2L * PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw unreachable(e);
      }
      throw AccessRefusal.of(e.getCause(), bootstrapServers, wanted);
    } catch (java.util.concurrent.TimeoutException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while waiting for " + bootstrapServers, e);
    }
  }

  private UserException unreachable(Exception cause) {
    return new UserException(
        "no Kafka broker answered at "
            + bootstrapServers
            + " within "
            + PATIENCE.toSeconds()
            + " s; start one with 'weir kafka' or correct --bootstrap-servers"
            + "; one that wants TLS needs --kafka.client-config",
        cause);
  }
}
