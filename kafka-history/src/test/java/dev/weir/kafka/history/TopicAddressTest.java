package dev.weir.kafka.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicAddressTest {

  @Test
  void brokersAndTopicAreTakenApart() {
    assertThat(TopicAddress.parse("kafka://a.example:9092/weir.flows"))
        .isEqualTo(new TopicAddress("a.example:9092", "weir.flows"));
    assertThat(TopicAddress.parse("kafka://a:1,[::1]:2/t"))
        .isEqualTo(new TopicAddress("a:1,[::1]:2", "t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka://a/t",
        "kafka://a:1",
        "kafka://a:1/",
        "kafka://a:1/t/u",
        "kafka:///t",
        "kafka://a:1,/t",
        "kafka://a:1/..",
        "kafka://a:1/t?x",
        "kafka://a:1/a b"
      })
  void whatNamesNoTopicIsRefused(String address) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> TopicAddress.parse(address))
        .withMessageStartingWith("'" + address + "' names no topic; write kafka://HOST:PORT/TOPIC");
  }
}
