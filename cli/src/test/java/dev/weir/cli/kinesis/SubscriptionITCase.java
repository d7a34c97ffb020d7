package dev.weir.cli.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.FlowLines;
import dev.weir.cli.StopSignal;
import dev.weir.cli.detect.LocalDetection;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.job.Accounting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: events of a log group, its subscription, the stream, the job, an alert. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SubscriptionITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/flows";
  private static final String GROUP = "\"logGroupName\":\"/vpc\",\"logStreamName\":\"eni-1-all\"";
  private static final String SCANNER = "10.9.9.9";
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final List<String> SETTINGS =
      List.of("aws.cborEnabled", "aws.accessKeyId", "aws.secretAccessKey");

  @TempDir private Path folder;
  private Moto moto;

  @BeforeEach
  void start() throws IOException {
    // Moto answers in the form of JSON only.
    System.setProperty("aws.cborEnabled", "false");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    moto = Moto.start();
    moto.kinesis("CreateStream", "{\"StreamName\":\"flows\",\"ShardCount\":2}");
    moto.logs("CreateLogGroup", "{\"logGroupName\":\"/vpc\"}");
    moto.logs("CreateLogStream", "{" + GROUP + "}");
    moto.logs(
        "PutSubscriptionFilter",
        "{\"logGroupName\":\"/vpc\",\"filterName\":\"weir\",\"filterPattern\":\"\","
            + "\"destinationArn\":\""
            + STREAM
            + "\",\"roleArn\":\"arn:aws:iam::123456789012:role/writer\"}");
  }

  @AfterEach
  void stop() {
    SETTINGS.forEach(System::clearProperty);
    if (moto != null) {
      moto.close();
    }
  }

  @Test
  void aScanInAFlowLogBecomesAnAlert() throws Exception {
    Path model = FlowLines.model(folder);
    try (LocalBroker broker = LocalBroker.temporary(0);
        LocalDetection detection =
            LocalDetection.start(
                LocalDetection.options(
                    "--source=kinesis",
                    "--kinesis.stream=" + STREAM,
                    "--kinesis.endpoint=" + moto.endpoint(),
                    "--bootstrap-servers=" + broker.bootstrapServers(),
                    "--model=" + model,
                    "--format=cloudwatch",
                    "--out-of-orderness=30s",
                    "--checkpoint-interval=200ms"),
                0)) {
      put(scan(0));
      put(List.of("oops", quiet(1, 443)));
      for (int minute = 1; minute < 5; minute++) {
        put(List.of(quiet(60 * minute, 443), quiet(60 * minute + 1, 53)));
      }
      StopSignal never = new StopSignal();
      while (alerts(broker).isEmpty()) {
        assertThat(detection.ended().isDone()).as("the job has ended").isFalse();
        never.awaitNanos(POLL_NANOS);
      }
      Accounting accounting = detection.drain();

      assertThat(accounting.addsUp()).isTrue();
      assertThat(accounting.deadLetterCount()).isEqualTo(1);
      assertThat(alerts(broker))
          .anySatisfy(alert -> assertThat(alert.get("src_ip").asText()).isEqualTo(SCANNER));
      assertThat(deadLetterOrigin(broker)).startsWith("flows-shardId-00000000000").contains("#");
    }
  }

  private void put(List<String> lines) throws IOException {
    long now = System.currentTimeMillis();
    List<String> events =
        lines.stream()
            .map(line -> "{\"timestamp\":%d,\"message\":\"%s\"}".formatted(now, line))
            .toList();
    moto.logs("PutLogEvents", "{" + GROUP + ",\"logEvents\":[" + String.join(",", events) + "]}");
  }

  private static List<String> scan(int second) {
    List<String> lines = new ArrayList<>();
    for (int port = 1; port <= 500; port++) {
      lines.add(line(SCANNER, port, second + port * 59 / 500, "REJECT"));
    }
    return lines;
  }

  private static String quiet(int second, int port) {
    return line("10.0.0.3", port, second, "ACCEPT");
  }

  private static String line(String source, int port, int second, String action) {
    long start = FlowLines.START.getEpochSecond() + second;
    return "2 123456789012 eni-1 %s 192.0.2.7 40000 %d 6 1 40 %d %d %s OK"
        .formatted(source, port, start, start + 1, action);
  }

  private static List<JsonNode> alerts(LocalBroker broker) {
    return content(broker, "weir.alerts");
  }

  private static String deadLetterOrigin(LocalBroker broker) {
    return content(broker, "weir.dead-letters").get(0).get("origin").asText();
  }

  private static List<JsonNode> content(LocalBroker broker, String topic) {
    List<JsonNode> all = new ArrayList<>();
    TopicContent.read(broker.access(), topic, message -> all.add(json(message.value())));
    return all;
  }

  private static JsonNode json(byte[] message) {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
