package dev.weir.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.alert.AlertFormat;
import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.Ports;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.cli.kafka.TopicTail;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.StreamDetection;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class KafkaDetectionITCase {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path home;
  private static Path model;
  private static LocalBroker broker;

  @TempDir private Path folder;
  private final List<LocalFlink> started = new ArrayList<>();
  private String prefix;

  @BeforeAll
  static void start() throws IOException {
    model = FlowLines.model(home);
    broker = LocalBroker.temporary(0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void createInput(TestInfo test) {
    prefix = test.getTestMethod().orElseThrow().getName() + '.';
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(prefix + "in", 1);
    }
  }

  @AfterEach
  void endFlink() {
    started.forEach(LocalFlink::close);
  }

  @Test
  void sendsEverythingToTheTopicWhereItBelongs() throws Exception {
    Accounting accounting;
    try (LocalDetection detection = LocalDetection.start(options(), 0)) {
      send(FlowLines.quiet(10, 3));
      send(FlowLines.scan("10.9.9.9", 4));
      send(FlowLines.quiet(10, 9));
      await("scores", 20);
      send(List.of("garbage", FlowLines.flow("10.7.7.7", 1, 443, 5), ""));
      await("dead", 1);
      await("late", 1);

      accounting = detection.drain();
    }

    assertThat(accounting.addsUp()).isTrue();
    assertThat(accounting.ignoredCount()).isEqualTo(1);
    assertThat(content("scores")).hasSize((int) accounting.windows());
    List<ConsumerRecord<byte[], byte[]>> alerts = content("alerts");
    assertThat(alerts).hasSize((int) accounting.incidents().alerts());
    assertThat(alerts).anyMatch(alert -> key(alert).equals("10.9.9.9"));
    for (ConsumerRecord<byte[], byte[]> alert : alerts) {
      JsonNode source = json(alert).get("src_ip");
      JsonNode who = source.isNull() ? json(alert).at("/target/dst_ip") : source;
      assertThat(who.asText()).isEqualTo(key(alert));
      assertThat(new String(alert.headers().lastHeader("schema").value(), StandardCharsets.UTF_8))
          .isEqualTo(AlertFormat.NATIVE.schema());
    }
    List<ConsumerRecord<byte[], byte[]>> dead = content("dead");
    assertThat(dead).hasSize((int) accounting.deadLetterCount());
    assertThat(json(dead.get(0)).get("payload").asText()).isEqualTo("garbage");
    assertThat(json(dead.get(0)).get("origin").asText()).startsWith(prefix + "in-0-");
    List<ConsumerRecord<byte[], byte[]>> late = content("late");
    assertThat(late).hasSize((int) accounting.late());
    assertThat(late)
        .anyMatch(flow -> key(flow).equals("10.7.7.7") && json(flow).get("bytes_in").asInt() == 5);
  }

  @Test
  void showsWhatItWritesExactlyOnceWhenItIsCommitted() throws Exception {
    Accounting accounting;
    try (LocalDetection detection =
        LocalDetection.start(options("--delivery=exactly-once", "--start-from=earliest"), 0)) {
      send(FlowLines.quiet(10, 5));
      awaitRead();
      accounting = detection.drain();
    }

    assertThat(accounting.windowed()).isEqualTo(50);
    assertThat(content("scores")).hasSize((int) accounting.windows());
  }

  @Test
  void createsItsOutputsAsWideAsItsInput() throws Exception {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(prefix + "wide", 3);
      LocalDetection.start(options("--input-topic=" + prefix + "wide"), 0).close();

      for (String output : List.of("alerts", "dead", "late", "scores")) {
        assertThat(topics.partitions(prefix + output)).isEqualTo(3);
      }
    }
  }

  @Test
  void beginsWhereItIsTold() throws Exception {
    send(FlowLines.quiet(10, 2));
    try (LocalDetection detection = LocalDetection.start(options("--start-from=committed"), 0)) {
      awaitRead();
      assertThat(detection.drain().decoded()).as("a group that never was").isEqualTo(20);
    }
    send(FlowLines.quiet(10, 1));
    try (LocalDetection detection = LocalDetection.start(options("--start-from=committed"), 0)) {
      awaitRead();
      assertThat(detection.drain().decoded()).as("a group that was there").isEqualTo(10);
    }
    int before = content("scores").size();
    try (LocalDetection detection = LocalDetection.start(options("--start-from=earliest"), 0)) {
      await("scores", before + 1);
      assertThat(detection.drain().decoded()).as("from the beginning").isEqualTo(30);
    }
  }

  @Test
  void goesOnFromASavepointWithEveryWindowAndCount() throws Exception {
    send(FlowLines.quiet(10, 5));
    JobClient before = run(null);
    awaitRead();
    String savepoint = stop(before, false);
    send(FlowLines.quiet(10, 10).subList(50, 100));

    JobClient after = run(savepoint);
    awaitRead();
    stop(after, true);

    Accounting accounting =
        Accounting.of(after.getJobExecutionResult().get().getAllAccumulatorResults());
    assertThat(accounting.entries()).isEqualTo(100);
    assertThat(accounting.addsUp()).isTrue();
    assertThat(accounting.late()).isZero();
    assertThat(content("scores")).hasSize((int) accounting.windows());
    double flows = 0;
    for (ConsumerRecord<byte[], byte[]> score : content("scores")) {
      flows += json(score).get("features").get("flow_count").asDouble();
    }
    assertThat(flows).isEqualTo(100);
  }

  @Test
  void namesATopicThatIsNotThere() {
    assertThatThrownBy(() -> LocalDetection.start(options("--input-topic=nowhere"), 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'nowhere'")
        .hasMessageContaining(broker.bootstrapServers());
  }

  @Test
  void namesABrokerThatIsNotThere() {
    Invocation detect =
        Invocation.of(
            "detect",
            "--model",
            model,
            "--format",
            "json",
            "--bootstrap-servers",
            "127.0.0.1:" + Ports.free());

    assertThat(detect.exit()).isEqualTo(1);
    assertThat(detect.err()).startsWith("weir: no Kafka broker answered at 127.0.0.1:");
    assertThat(detect.err().lines()).hasSize(1);
  }

  private JobClient run(String savepoint) throws Exception {
    LocalFlink flink = LocalFlink.forStream(Ports.free());
    started.add(flink);
    StreamExecutionEnvironment env = flink.environment();
    if (savepoint != null) {
      Configuration restore = new Configuration();
      restore.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
      env.configure(restore);
    }
    new StreamDetection(options("--start-from=earliest")).build(env);
    return flink.submit("test");
  }

  private String stop(JobClient job, boolean drain) throws Exception {
    return job.stopWithSavepoint(drain, folder.toUri().toString(), SavepointFormatType.CANONICAL)
        .get();
  }

  /** Waits until a checkpoint covers everything in the topic. */
  private void awaitRead() {
    StopSignal never = new StopSignal();
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      while (topics.lag(prefix + "group", prefix + "in") > 0) {
        never.awaitNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private DetectOptions options(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--alert-topic=" + prefix + "alerts",
                "--dead-letter-topic=" + prefix + "dead",
                "--late-topic=" + prefix + "late",
                "--scores-topic=" + prefix + "scores",
                "--group-id=" + prefix + "group",
                "--checkpoint-interval=200ms",
                "--parallelism=1",
                "--model=" + model,
                "--format=json"));
    if (List.of(more).stream().noneMatch(argument -> argument.startsWith("--input-topic"))) {
      arguments.add("--input-topic=" + prefix + "in");
    }
    arguments.addAll(List.of(more));
    return LocalDetection.options(arguments.toArray(String[]::new));
  }

  private void send(List<String> lines) {
    try (FlowSender sender = new FlowSender(broker.access(), prefix + "in")) {
      lines.forEach(line -> sender.send(null, line.getBytes(StandardCharsets.UTF_8)));
      sender.flush();
    }
  }

  private void await(String topic, int messages) {
    StopSignal enough = new StopSignal();
    AtomicInteger seen = new AtomicInteger();
    try (TopicTail tail = TopicTail.open(broker.access(), prefix + topic, true)) {
      tail.follow(
          message -> {
            if (seen.incrementAndGet() == messages) {
              enough.request();
            }
          },
          enough);
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> content(String topic) {
    List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
    TopicContent.read(broker.access(), prefix + topic, messages::add);
    return messages;
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return new String(message.key(), StandardCharsets.UTF_8);
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> message) {
    try {
      return JSON.readTree(message.value());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
