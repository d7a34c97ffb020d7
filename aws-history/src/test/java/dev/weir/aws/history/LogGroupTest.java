package dev.weir.aws.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.file.RemoteLogs;
import dev.weir.file.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogGroupTest {

  @TempDir private Path folder;
  private FakeAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void eventsBecomeEnvelopesOfTheirLogStreamsPageByPage() throws IOException {
    aws.will(200, RefusalsTest.group());
    aws.will(
        200,
        "{\"events\":["
            + event("eni-1", "a", "2 1 eni-1")
            + ','
            + event("eni-1", "b", "say \\\"hi\\\"")
            + "],\"nextToken\":\"more\"}");
    aws.will(200, "{\"events\":[" + event("eni-2", "c", "2 1 eni-2") + "]}");

    fetch(TimeRange.ALL);

    assertThat(lines())
        .containsExactly(
            "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"/vpc\","
                + "\"logStream\":\"eni-1\",\"logEvents\":[{\"id\":\"a\",\"timestamp\":5,"
                + "\"message\":\"2 1 eni-1\"},{\"id\":\"b\",\"timestamp\":5,"
                + "\"message\":\"say \\\"hi\\\"\"}]}",
            "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"/vpc\","
                + "\"logStream\":\"eni-2\",\"logEvents\":[{\"id\":\"c\",\"timestamp\":5,"
                + "\"message\":\"2 1 eni-2\"}]}");
    assertThat(aws.asked().get(1)).doesNotContain("nextToken");
    assertThat(aws.asked().get(2)).contains("\"nextToken\":\"more\"");
  }

  @Test
  void aTimeIsAskedForWithBothItsEndsWithin() throws IOException {
    aws.will(200, RefusalsTest.group());
    aws.will(200, "{\"events\":[" + event("eni-1", "a", "x") + "]}");

    fetch(new TimeRange(Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(2_000)));

    assertThat(aws.asked().get(1)).contains("\"startTime\":1000", "\"endTime\":1999");
  }

  @Test
  void aPageWithoutEventsIsNotTheEnd() throws IOException {
    aws.will(200, RefusalsTest.group());
    aws.will(200, "{\"events\":[],\"nextToken\":\"more\"}");
    aws.will(200, "{\"events\":[" + event("eni-1", "a", "x") + "]}");

    fetch(TimeRange.ALL);

    assertThat(lines()).hasSize(1);
  }

  @Test
  void whoIsThrottledWaits() throws IOException {
    aws.will(200, RefusalsTest.group());
    for (int i = 0; i < 5; i++) {
      aws.will(400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
    }
    aws.will(200, "{\"events\":[" + event("eni-1", "a", "x") + "]}");

    fetch(TimeRange.ALL);

    assertThat(lines()).hasSize(1);
  }

  @Test
  void bothKindsOfAddressesAreFound() {
    assertThat(ServiceLoader.load(RemoteLogs.class))
        .extracting(RemoteLogs::scheme)
        .containsExactlyInAnyOrder("s3", "cloudwatch");
  }

  private void fetch(TimeRange times) throws IOException {
    new CloudWatchLogs().fetch("cloudwatch:///vpc", times, folder);
  }

  private List<String> lines() throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("log-group.json.gz")))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String event(String stream, String id, String message) {
    return "{\"logStreamName\":\"%s\",\"timestamp\":5,\"message\":\"%s\",\"eventId\":\"%s\"}"
        .formatted(stream, message, id);
  }
}
