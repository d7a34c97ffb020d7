package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.TopicTail;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ReplayerITCase {

  private static final String HEADER = "src_ip,time,end_time";
  private static final LogOptions CSV = LogOptions.of(LogFormat.CSV, HEADER);

  private static LocalBroker broker;

  @TempDir private Path folder;
  private String topic;

  @BeforeAll
  static void start() {
    broker = LocalBroker.temporary(0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void create(TestInfo test) {
    topic = test.getTestMethod().orElseThrow().getName();
    create(topic, 1, Map.of());
  }

  @Test
  void linesLeaveByEventTimeAndThoseThatAreNoFlowsAtTheirPlace() throws IOException {
    Path log =
        log("a.csv", flow("10.0.0.1", 9), flow("10.0.0.2", 5), "gibberish", flow("10.0.0.3", 7));

    ReplayReport report = replay(Replay.of(List.of(log), CSV));

    assertThat(messages())
        .containsExactly(
            flow("10.0.0.2", 5), "gibberish", flow("10.0.0.3", 7), flow("10.0.0.1", 9));
    assertThat(report.messages()).isEqualTo(4);
    assertThat(report.flows()).isEqualTo(3);
    assertThat(report.misplaced()).isZero();
    assertThat(report.columns()).isEqualTo(HEADER);
  }

  @Test
  void fileOrderKeepsTheLinesAsTheyStand() throws IOException {
    Path log = log("a.csv", flow("10.0.0.1", 9), flow("10.0.0.2", 5));

    replay(new Replay(List.of(log), CSV, Order.FILE, 0, true, Duration.ZERO));

    assertThat(messages()).containsExactly(flow("10.0.0.1", 9), flow("10.0.0.2", 5));
  }

  @Test
  void filesFollowEachOtherByTheirFlowsAndNotByTheirNames() throws IOException {
    log("a.csv", flow("10.0.0.1", 30), flow("10.0.0.1", 31));
    log("b.csv", flow("10.0.0.1", 10), flow("10.0.0.1", 32));

    ReplayReport report =
        replay(new Replay(List.of(folder), CSV, Order.TIME, 0, true, Duration.ofSeconds(2)));

    assertThat(messages())
        .containsExactly(
            flow("10.0.0.1", 10), flow("10.0.0.1", 30), flow("10.0.0.1", 31), flow("10.0.0.1", 32));
    assertThat(report.misplaced()).isZero();
  }

  @Test
  void whatIsFurtherOutOfOrderThanAllowedIsSentAndCounted() throws IOException {
    Path log =
        log(
            "a.csv",
            flow("10.0.0.1", 50),
            flow("10.0.0.1", 10),
            flow("10.0.0.1", 49),
            flow("10.0.0.1", 56),
            flow("10.0.0.1", 12));

    ReplayReport report =
        replay(new Replay(List.of(log), CSV, Order.TIME, 0, true, Duration.ofSeconds(5)));

    assertThat(messages())
        .containsExactly(
            flow("10.0.0.1", 10),
            flow("10.0.0.1", 49),
            flow("10.0.0.1", 50),
            flow("10.0.0.1", 12),
            flow("10.0.0.1", 56));
    assertThat(report.misplaced()).isEqualTo(1);
  }

  @Test
  void aLineLargerThanTheTopicTakesIsCounted() throws IOException {
    String narrow = topic + "-narrow";
    create(narrow, 1, Map.of("max.message.bytes", "200"));
    // Does not compress to less.
    String large =
        new java.util.Random(1)
            .ints(900, 'A', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Path log = log("a.csv", flow("10.0.0.1", 1), large, flow("10.0.0.1", 2));

    ReplayReport report;
    try (FlowSender sender = new FlowSender(broker.access(), narrow)) {
      report = Replayer.run(Replay.of(List.of(log), CSV), sender, new StopSignal());
    }

    assertThat(report.tooLarge()).isEqualTo(1);
    assertThat(report.messages()).isEqualTo(2);
  }

  @Test
  void filesOfDifferentColumnsAreRefusedBeforeAnythingIsSent() throws IOException {
    log("a.csv", flow("10.0.0.1", 1));
    Path other = folder.resolve("b.csv");
    Files.writeString(other, "time,src_ip\n2024-01-01T00:00:02Z,10.0.0.1\n");

    assertThatThrownBy(() -> replay(Replay.of(List.of(folder), CSV)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(other + " has other columns than ");
    replay(Replay.of(List.of(folder.resolve("a.csv")), CSV));
    assertThat(messages()).containsExactly(flow("10.0.0.1", 1));
  }

  @Test
  void inputWithoutLinesIsSaidToBeSo() throws IOException {
    Path log = folder.resolve("a.csv");
    Files.writeString(log, HEADER + "\n");
    assertThatThrownBy(() -> replay(Replay.of(List.of(log), CSV)))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("nothing to send", log.toString());
  }

  @Test
  void aSignalEndsAReplayThatWaits() throws IOException {
    Path log = log("a.csv", flow("10.0.0.1", 0), flow("10.0.0.1", 59));
    StopSignal stop = new StopSignal();
    stop.request();

    try (FlowSender sender = new FlowSender(broker.access(), topic)) {
      Replay realTime = Replay.of(List.of(log), CSV).atSpeed(1e-6);
      assertThat(Replayer.run(realTime, sender, stop).messages()).isLessThan(2);
    }
  }

  private ReplayReport replay(Replay replay) {
    try (FlowSender sender = new FlowSender(broker.access(), topic)) {
      return Replayer.run(replay, sender, new StopSignal());
    }
  }

  /** Everything in the topic, told by a last message of the test's own. */
  private List<String> messages() {
    try (FlowSender sender = new FlowSender(broker.access(), topic)) {
      sender.send(null, "end".getBytes(StandardCharsets.UTF_8));
      sender.flush();
    }
    List<String> messages = new ArrayList<>();
    StopSignal stop = new StopSignal();
    try (TopicTail tail = TopicTail.open(broker.access(), topic, true)) {
      tail.follow(
          bytes -> {
            String message = new String(bytes, StandardCharsets.UTF_8);
            if (message.equals("end")) {
              stop.request();
            } else {
              messages.add(message);
            }
          },
          stop);
    }
    return messages;
  }

  private Path log(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
    return file;
  }

  private static String flow(String source, int second) {
    String time = String.format("2024-01-01T00:00:%02dZ", second);
    return source + "," + time + "," + time;
  }

  private static void create(String name, int partitions, Map<String, String> settings) {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(name, partitions, settings);
    }
  }
}
