package dev.weir.cli.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.TopicContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A model of history in AWS is the model of the same history on disk. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HistoryITCase {

  private static final String FLOWS = "logs/AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/03/02";
  private static final String GROUP = "\"logGroupName\":\"/vpc\",\"logStreamName\":\"eni-1-all\"";
  private static final int EVENTS_OF_A_CALL = 1_000;

  /** More than a page of a listing holds. */
  private static final int PARTS = 25;

  private static final List<String> SETTINGS =
      List.of("aws.endpointUrl", "aws.region", "aws.accessKeyId", "aws.secretAccessKey");

  @TempDir private Path folder;
  private Moto moto;

  @BeforeEach
  void start() throws IOException {
    moto = Moto.start();
    System.setProperty("aws.endpointUrl", moto.endpoint());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void stop() {
    SETTINGS.forEach(System::clearProperty);
    if (moto != null) {
      moto.close();
    }
  }

  @Test
  void objectsInS3AreTheFilesThatTheyHold() throws IOException {
    moto.s3("logs", new byte[0]);
    List<String> lines = lines();
    Path local = Files.createDirectory(folder.resolve("local"));
    for (int part = 0; part < PARTS; part++) {
      int begin = part * lines.size() / PARTS;
      byte[] content = gzip(lines.subList(begin, (part + 1) * lines.size() / PARTS));
      String name = "part-%02d.log.gz".formatted(part);
      moto.s3(FLOWS + '/' + name, content);
      Files.write(local.resolve(name), content);
    }
    moto.s3(FLOWS.replace("/02", "/03") + "/other.log", "garbage".getBytes(StandardCharsets.UTF_8));

    Path ofS3 = train("s3://logs/AWSLogs/", "vpc-flow-log", "--from=2026-03-02", "--to=2026-03-03");

    assertThat(ofS3).hasSameBinaryContentAs(train(local.toString(), "vpc-flow-log"));
  }

  @Test
  void aReplayOfADayInS3SendsThatDayAndNoOther() throws IOException {
    moto.s3("logs", new byte[0]);
    List<String> lines = lines();
    moto.s3(FLOWS + "/part-0.log.gz", gzip(lines));
    moto.s3(FLOWS.replace("/02", "/03") + "/other.log", "garbage".getBytes(StandardCharsets.UTF_8));
    List<String> sent = new ArrayList<>();

    try (LocalBroker broker = LocalBroker.temporary(0)) {
      Invocation replay =
          Invocation.of(
              "replay",
              "--input=s3://logs/AWSLogs/",
              "--input-from=2026-03-02",
              "--input-to=2026-03-03",
              "--format=vpc-flow-log",
              "--topic=replayed",
              "--partitions=1",
              "--bootstrap-servers=" + broker.bootstrapServers());
      assertThat(replay.err()).isEmpty();
      TopicContent.read(
          broker.access(),
          "replayed",
          message -> sent.add(new String(message.value(), StandardCharsets.UTF_8)));
    }

    assertThat(sent).containsExactlyElementsOf(lines);
  }

  @Test
  void aReplayNamesItsOwnOptionsForTheTime() {
    Invocation replay =
        Invocation.of(
            "replay",
            "--input=s3://logs/AWSLogs/",
            "--input-from=2026-03-03",
            "--input-to=2026-03-02",
            "--format=vpc-flow-log");

    assertThat(replay.exit()).isEqualTo(2);
    assertThat(replay.err())
        .startsWith(
            "weir: --input-from is 2026-03-03T00:00:00Z, which is not before --input-to,"
                + " 2026-03-02T00:00:00Z");
  }

  @Test
  void aLogGroupIsReadAsItsSubscriptionIs() throws IOException {
    moto.logs("CreateLogGroup", "{\"logGroupName\":\"/vpc\"}");
    moto.logs("CreateLogStream", "{" + GROUP + "}");
    List<String> lines = lines();
    for (int from = 0; from < lines.size(); from += EVENTS_OF_A_CALL) {
      put(lines.subList(from, Math.min(lines.size(), from + EVENTS_OF_A_CALL)));
    }

    Invocation trained = train("cloudwatch:///vpc", "cloudwatch", folder.resolve("m.json"));

    assertThat(trained.err()).isEmpty();
    assertThat(trained.out()).contains(String.format("%,d flows, 0 dead letters", lines.size()));
  }

  @Test
  void whatIsNotThereIsOneSentence() {
    Invocation trained = train("s3://nowhere/flows", "json", folder.resolve("m.json"));

    assertThat(trained.exit()).isEqualTo(1);
    assertThat(trained.err().lines())
        .containsExactly("weir: bucket 'nowhere' does not exist; correct its name");
  }

  private void put(List<String> lines) throws IOException {
    long now = System.currentTimeMillis();
    List<String> events =
        lines.stream()
            .map(line -> "{\"timestamp\":%d,\"message\":\"%s\"}".formatted(now, line))
            .toList();
    moto.logs("PutLogEvents", "{" + GROUP + ",\"logEvents\":[" + String.join(",", events) + "]}");
  }

  private Path train(String input, String format, String... more) throws IOException {
    Path model = Files.createTempFile(folder, "model", ".json");
    Files.delete(model);
    Invocation trained = train(input, format, model, more);
    assertThat(trained.err()).isEmpty();
    return model;
  }

  private static Invocation train(String input, String format, Path model, String... more) {
    return Invocation.of(
        Stream.concat(
                Stream.of("train", "--input=" + input, "--format=" + format, "--output=" + model),
                Stream.of(more))
            .toArray());
  }

  private static List<String> lines() {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      long start = FlowLines.START.getEpochSecond() + 3 * i;
      lines.add(
          "2 123456789012 eni-1 10.0.0.%d 192.0.2.%d 40000 443 6 10 %d %d %d ACCEPT OK"
              .formatted(
                  random.nextInt(20),
                  random.nextInt(200),
                  500 + random.nextInt(9_000),
                  start,
                  start + 1));
    }
    return lines;
  }

  private static byte[] gzip(List<String> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
