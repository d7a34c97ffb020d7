package dev.weir.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsITCase {

  private static LocalBroker broker;
  private static Topics topics;

  @BeforeAll
  static void start() {
    broker = LocalBroker.temporary(0);
    topics = Topics.at(broker.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    topics.close();
    broker.close();
  }

  @Test
  void aTopicIsCreatedOnce() {
    assertThat(topics.create("once", 3)).isTrue();
    assertThat(topics.create("once", 5)).isFalse();
    assertThat(topics.partitions("once")).isEqualTo(3);
  }

  @Test
  void aTopicTakesKafkasOwnSettings() {
    assertThat(topics.create("stamped", 1, Map.of("message.timestamp.type", "LogAppendTime")))
        .isTrue();
  }

  @Test
  void deletingWhatIsNotThereIsNoFailure() {
    topics.create("brief", 1);
    topics.delete(List.of("brief", "never"));
    // A broker tells of it a moment later.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (topics.exists("brief")) {
      assertThat(System.nanoTime()).as("still there").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void noTopicAppearsUnasked() {
    topics.create("asked", 1);
    assertThatThrownBy(() -> topics.partitions("unasked"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("there is no topic 'unasked' at " + broker.bootstrapServers())
        .hasMessageContaining("asked");
    assertThat(topics.exists("unasked")).isFalse();
  }

  @Test
  void aBrokerThatIsNotThereIsSaidToBeSo() {
    String nowhere = "127.0.0.1:" + Ports.free();
    try (Topics there = Topics.at(nowhere)) {
      assertThatThrownBy(there::names)
          .isInstanceOf(UserException.class)
          .hasMessage(
              "no Kafka broker answered at %s within 15 s; start one with 'weir kafka' or correct"
                  + " --bootstrap-servers; one that wants TLS needs --kafka.client-config",
              nowhere);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a b", "a/b", "ä"})
  void aNameThatNoTopicCanHaveIsRefusedWithTheRule(String name) {
    assertThatThrownBy(() -> topics.create(name, 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + name + "' cannot be a topic")
        .hasMessageContaining("1 to 249 characters");
    assertThatThrownBy(() -> topics.partitions(name)).isInstanceOf(UsageException.class);
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Topics.at("no port"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("write --bootstrap-servers as host:port");
  }
}
