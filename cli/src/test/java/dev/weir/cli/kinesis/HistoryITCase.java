package dev.weir.cli.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
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
    for (int part = 0; part < 4; part++) {
      byte[] content = gzip(lines.subList(part * lines.size() / 4, (part + 1) * lines.size() / 4));
      moto.s3(FLOWS + "/part-" + part + ".log.gz", content);
      Files.write(local.resolve("part-" + part + ".log.gz"), content);
    }
    moto.s3(FLOWS.replace("/02", "/03") + "/other.log", "garbage".getBytes(StandardCharsets.UTF_8));

    Path ofS3 = train("s3://logs/AWSLogs/", "vpc-flow-log", "--from=2026-03-02", "--to=2026-03-03");

    assertThat(ofS3).hasSameBinaryContentAs(train(local.toString(), "vpc-flow-log"));
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
