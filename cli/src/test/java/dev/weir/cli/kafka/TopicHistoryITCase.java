package dev.weir.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.job.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A model of a topic's messages is the model of the same lines in a file. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class TopicHistoryITCase {

  private static final List<String> LINES = FlowLines.quiet(20, 120);

  private static LocalBroker broker;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    broker = LocalBroker.temporary(0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aTopicIsTheFileWhoseLinesItHolds() throws IOException {
    send("whole", 3, LINES);

    assertThat(trained("whole")).hasSameBinaryContentAs(trained(LINES));
  }

  @Test
  void ofATimeOnlyItsMessagesAreRead() throws IOException {
    send("hours", 2, LINES);

    Path ofAnHour = trained("hours", "--from=2026-03-02T08:30:00Z", "--to=2026-03-02T09:30:00Z");

    List<String> hour = LINES.subList(LINES.size() / 4, LINES.size() * 3 / 4);
    assertThat(ofAnHour).hasSameBinaryContentAs(trained(hour));
  }

  @Test
  void whatATransactionTookBackIsNoHistory() throws IOException {
    create("taken-back", 1);
    try (KafkaProducer<byte[], byte[]> producer = producer("transactions")) {
      producer.initTransactions();
      producer.beginTransaction();
      LINES.forEach(line -> producer.send(message("taken-back", 0, line)));
      producer.commitTransaction();
      producer.beginTransaction();
      FlowLines.scan("10.9.9.9", 3).forEach(line -> producer.send(message("taken-back", 0, line)));
      producer.abortTransaction();
    }

    assertThat(trained("taken-back")).hasSameBinaryContentAs(trained(LINES));
  }

  @Test
  void aRangeWithoutMessagesIsOneSentence() {
    create("empty", 2);
    send("early", 1, LINES);

    assertRefused("empty", " has no messages; check the topic, its retention, --from and --to");
    assertRefused(
        "early",
        " has no messages of that time; check the topic, its retention, --from and --to",
        "--from=2026-04-01");
  }

  @Test
  void whatIsNotThereIsOneSentence() {
    Invocation noTopic = train(address("nowhere"), folder.resolve("m.json"));
    assertThat(noTopic.exit()).isEqualTo(1);
    assertThat(noTopic.err())
        .startsWith("weir: there is no topic 'nowhere' at " + broker.bootstrapServers() + "; ")
        .hasLineCount(1);

    Invocation noBroker =
        train("kafka://127.0.0.1:" + Ports.free() + "/flows", folder.resolve("m.json"));
    assertThat(noBroker.exit()).isEqualTo(1);
    assertThat(noBroker.err()).startsWith("weir: no Kafka broker answered at ").hasLineCount(1);
    assertThat(folder.resolve("m.json")).doesNotExist();
  }

  @Test
  void aBacktestReadsTheSameMessages() throws IOException {
    send("tested", 2, LINES);
    Path model = FlowLines.model(folder);

    Invocation run =
        Invocation.of(
            "backtest",
            "--model=" + model,
            "--input=" + address("tested"),
            "--format=json",
            "--scores=" + folder.resolve("scores.jsonl"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("%,d flows, 0 dead letters".formatted(LINES.size()));
  }

  private void assertRefused(String topic, String sentence, String... more) {
    Path model = folder.resolve("m.json");
    Invocation trained = train(address(topic), model, more);
    assertThat(trained.exit()).isEqualTo(1);
    assertThat(trained.err().lines()).containsExactly("weir: " + address(topic) + sentence);
    assertThat(model).doesNotExist();
  }

  private Path trained(String topic, String... more) throws IOException {
    return trainedOn(address(topic), more);
  }

  private Path trained(List<String> lines) throws IOException {
    Path file = Files.createTempFile(folder, "lines", ".json");
    return trainedOn(FlowLines.write(file, lines).toString());
  }

  private Path trainedOn(String input, String... more) throws IOException {
    Path model = Files.createTempFile(folder, "model", ".json");
    Invocation trained = train(input, model, more);
    assertThat(trained.err()).isEmpty();
    return model;
  }

  private static Invocation train(String input, Path model, String... more) {
    return Invocation.of(
        Stream.concat(
                Stream.of("train", "--input=" + input, "--format=json", "--output=" + model),
                Stream.of(more))
            .toArray());
  }

  private static String address(String topic) {
    return "kafka://" + broker.bootstrapServers() + "/" + topic;
  }

  private static void create(String topic, int partitions) {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(topic, partitions);
    }
  }

  /** Message i carries the time of line i: the lines come evenly over two hours. */
  private static void send(String topic, int partitions, List<String> lines) {
    create(topic, partitions);
    try (KafkaProducer<byte[], byte[]> producer = producer(null)) {
      IntStream.range(0, lines.size())
          .mapToObj(i -> message(topic, i % partitions, lines.get(i), time(i, lines.size())))
          .forEach(producer::send);
    }
  }

  private static long time(int line, int lines) {
    return FlowLines.START.toEpochMilli() + line * TimeUnit.HOURS.toMillis(2) / lines;
  }

  private static ProducerRecord<byte[], byte[]> message(String topic, int partition, String line) {
    return message(topic, partition, line, FlowLines.START.toEpochMilli());
  }

  private static ProducerRecord<byte[], byte[]> message(
      String topic, int partition, String line, long time) {
    return new ProducerRecord<>(
        topic, partition, time, null, line.getBytes(StandardCharsets.UTF_8));
  }

  private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
    Map<String, Object> settings =
        transactionalId == null
            ? Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers())
            : Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                transactionalId);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
