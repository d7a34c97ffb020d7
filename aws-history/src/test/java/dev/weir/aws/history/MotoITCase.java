package dev.weir.aws.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.file.TimeRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.s3.S3Client;

/** Against moto, which knows more of AWS than a fake can; skipped where it is not installed. */
@Timeout(120)
class MotoITCase {

  private static final String FLOWS = "AWSLogs/123456789012/vpcflowlogs/us-east-1/";
  private static final List<String> SETTINGS =
      List.of("aws.endpointUrl", "aws.region", "aws.accessKeyId", "aws.secretAccessKey");

  private static Process moto;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    try {
      ProcessBuilder server =
          new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "moto.log").toFile());
      // Pages are small, so that a few objects are several.
      server.environment().put("MOTO_S3_DEFAULT_MAX_KEYS", "10");
      moto = server.start();
    } catch (IOException e) {
      Assumptions.abort("skipped: there is no moto_server here");
    }
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + port);
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    while (!listens(port)) {
      Assumptions.assumeTrue(moto.isAlive(), "skipped: moto_server does not start here");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  @AfterAll
  static void stop() {
    SETTINGS.forEach(System::clearProperty);
    if (moto != null) {
      moto.destroy();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void objectsOfTheDaysThatWereAskedForAreFetched() throws IOException {
    try (AwsIdentity identity = AwsAccess.DEFAULT.identify();
        S3Client s3 =
            AwsAccess.DEFAULT.client(S3Client.builder(), identity, AwsAccess.Retries.SDK, 1)) {
      s3.createBucket(request -> request.bucket("logs"));
      for (String day : List.of("2026/03/01", "2026/03/02", "2026/03/03")) {
        for (int i = 0; i < 3; i++) {
          String key = FLOWS + day + "/part-" + i + ".log";
          s3.putObject(
              request -> request.bucket("logs").key(key), RequestBody.fromString(day + " " + i));
        }
      }
    }

    new S3Logs()
        .fetch(
            "s3://logs/AWSLogs/",
            new TimeRange(
                Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z")),
            folder);

    assertThat(contents()).containsExactly("2026/03/02 0", "2026/03/02 1", "2026/03/02 2");
  }

  @Test
  void moreObjectsThanAPageHoldsAreFetched() throws IOException {
    try (AwsIdentity identity = AwsAccess.DEFAULT.identify();
        S3Client s3 =
            AwsAccess.DEFAULT.client(S3Client.builder(), identity, AwsAccess.Retries.SDK, 1)) {
      s3.createBucket(request -> request.bucket("many"));
      for (int i = 0; i < 25; i++) {
        String key = "part-%04d".formatted(i);
        s3.putObject(request -> request.bucket("many").key(key), RequestBody.fromString(key));
      }
    }

    new S3Logs().fetch("s3://many", TimeRange.ALL, folder);

    assertThat(contents()).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void eventsOfALogGroupAreFetched() throws IOException {
    long now = System.currentTimeMillis();
    try (AwsIdentity identity = AwsAccess.DEFAULT.identify();
        CloudWatchLogsClient logs =
            AwsAccess.DEFAULT.client(
                CloudWatchLogsClient.builder(), identity, AwsAccess.Retries.SDK, 1)) {
      logs.createLogGroup(request -> request.logGroupName("/vpc/flows"));
      logs.createLogStream(
          request -> request.logGroupName("/vpc/flows").logStreamName("eni-1-all"));
      logs.putLogEvents(
          request ->
              request
                  .logGroupName("/vpc/flows")
                  .logStreamName("eni-1-all")
                  .logEvents(
                      InputLogEvent.builder().timestamp(now).message("2 1 eni-1 first").build(),
                      InputLogEvent.builder().timestamp(now + 1).message("second").build()));
    }

    new CloudWatchLogs().fetch("cloudwatch:///vpc/flows", TimeRange.ALL, folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).singleElement().extracting(Path::toString).asString().endsWith(".json.gz");
    }
  }

  private List<String> contents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(MotoITCase::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
