package dev.weir.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.job.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of what a job wrote to its topic of vectors is the model of the logs that it read. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class VectorTopicITCase {

  private static final List<String> LINES = FlowLines.quiet(10, 60);

  @TempDir private static Path home;
  private static Path model;
  private static LocalBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    model = FlowLines.model(home);
    broker = LocalBroker.temporary(0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at-least-once", "exactly-once"})
  void whatAJobMeasuredIsTrainedFromAsTheLogsAre(String delivery) throws Exception {
    send(delivery + ".in");
    run(delivery);

    JsonNode ofTopic =
        trained("--input-vectors=kafka://" + broker.bootstrapServers() + "/" + delivery + ".v");

    Path logs = FlowLines.write(folder.resolve("logs.json"), LINES);
    JsonNode ofLogs = trained("--input=" + logs, "--format=json");
    assertThat(ofLogs.path("segments").isEmpty()).isFalse();
    for (String part : List.of("segments", "port_flows", "country_flows", "targets")) {
      assertThat(ofTopic.path(part)).as(part).isEqualTo(ofLogs.path(part));
    }
  }

  private void run(String prefix) throws Exception {
    try (LocalDetection detection =
        LocalDetection.start(
            LocalDetection.options(
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--input-topic=" + prefix + ".in",
                "--vectors.topic=" + prefix + ".v",
                "--group-id=" + prefix,
                "--delivery=" + prefix,
                "--start-from=earliest",
                "--checkpoint-interval=200ms",
                "--parallelism=2",
                "--model=" + model,
                "--format=json"),
            0)) {
      StopSignal never = new StopSignal();
      try (Topics topics = Topics.at(broker.bootstrapServers())) {
        while (topics.lag(prefix, prefix + ".in") > 0) {
          never.awaitNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
      }
      assertThat(detection.drain().addsUp()).isTrue();
    }
  }

  private static void send(String topic) {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(topic, 1);
    }
    try (FlowSender sender = new FlowSender(broker.access(), topic)) {
      LINES.forEach(line -> sender.send(null, line.getBytes(StandardCharsets.UTF_8)));
      sender.flush();
    }
  }

  private JsonNode trained(String... arguments) throws IOException {
    Path file = folder.resolve("m.json");
    Invocation run =
        Invocation.of(
            Stream.concat(Stream.of("train", "--output=" + file), Stream.of(arguments)).toArray());
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(file.toFile()).path("content");
  }
}
