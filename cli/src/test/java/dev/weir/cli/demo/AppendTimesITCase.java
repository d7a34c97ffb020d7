package dev.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.FlowLines;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.feature.WindowSpec;
import dev.weir.job.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppendTimesITCase {

  private static final long OUT_OF_ORDERNESS = 30_000;
  private static final long MINUTE = 60_000;
  private static final long START = FlowLines.START.toEpochMilli();

  private static LocalBroker broker;

  @BeforeAll
  static void start() {
    broker = LocalBroker.temporary(0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aWindowNeedsTheFirstMessageBeyondItsEndAndTheOutOfOrderness() {
    List<Long> appended = send("one", 1, 0, 59, 89, 91, 30, 200);

    AppendTimes times = read("one");

    assertThat(times.entries()).isEqualTo(6);
    assertThat(times.neededBy(START + MINUTE)).hasValue(appended.get(3));
    assertThat(times.neededBy(START + 2 * MINUTE)).hasValue(appended.get(5));
    assertThat(times.neededBy(START + 3 * MINUTE)).isEmpty();
  }

  @Test
  void partiesLearnHowFarTheBrokerWasWithTheirFlows() {
    List<Long> appended = send("parties", 1, 0, 59, 30);
    PartyTimes parties = new PartyTimes(List.of("10.0.0.1"));

    AppendTimes times = read("parties", parties);

    assertThat(parties.newest("10.0.0.1", appended.get(2)))
        .isEqualTo(times.latestEventTime())
        .isEqualTo(START + 59_399);
    assertThat(parties.newest("10.0.0.1", appended.get(0) - 1)).isEqualTo(Long.MIN_VALUE);
    assertThat(parties.newest("10.0.0.2", appended.get(2))).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void nothingClosesAWindowOfAnEmptyTopicOrOneOfGarbage() {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create("none", 2);
    }

    assertThat(read("none").neededBy(START)).isEmpty();
  }

  private static AppendTimes read(String topic) {
    return read(topic, new PartyTimes(List.of()));
  }

  private static AppendTimes read(String topic, PartyTimes parties) {
    return AppendTimes.of(
        new TopicInput(broker.bootstrapServers(), topic, "unused"),
        LogOptions.of(LogFormat.JSON),
        OUT_OF_ORDERNESS,
        WindowSpec.tumbling(MINUTE),
        parties);
  }

  private static List<Long> send(String topic, int partitions, int... seconds) {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(topic, partitions, Map.of("message.timestamp.type", "LogAppendTime"));
    }
    try (FlowSender sender = new FlowSender(broker.access(), topic)) {
      for (int second : seconds) {
        sender.send(
            null, FlowLines.flow("10.0.0.1", second, 443, 1).getBytes(StandardCharsets.UTF_8));
        sender.flush();
      }
    }
    List<Long> appended = new ArrayList<>();
    TopicContent.read(broker.access(), topic, m -> appended.add(m.timestamp()));
    return appended;
  }
}
