package dev.weir.cli.kinesis;

import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Moto's server, which knows log groups and streams and what is between them; tests are skipped
 * where it is not installed. It is called without the SDK: what is asked of it here is no part of
 * Weir.
 */
final class Moto implements AutoCloseable {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=test/20260302/us-east-1/%s/aws4_request, SignedHeaders=host,"
          + " Signature=none";

  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private Moto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Moto start() throws IOException {
    int port = Ports.free();
    Process process = null;
    try {
      ProcessBuilder server =
          new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "moto.log").toFile());
      // Pages are small, so that a few objects are several.
      server.environment().put("MOTO_S3_DEFAULT_MAX_KEYS", "10");
      process = server.start();
    } catch (IOException e) {
      Assumptions.abort("skipped: there is no moto_server here");
    }
    StopSignal never = new StopSignal();
    while (!listens(port)) {
      Assumptions.assumeTrue(process.isAlive(), "skipped: moto_server does not start here");
      never.awaitNanos(POLL_NANOS);
    }
    return new Moto(process, port);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** Calls an operation of Kinesis. */
  void kinesis(String operation, String json) throws IOException {
    call("kinesis", "Kinesis_20131202." + operation, json);
  }

  /** Calls an operation of CloudWatch Logs. */
  void logs(String operation, String json) throws IOException {
    call("logs", "Logs_20140328." + operation, json);
  }

  /** Puts a bucket, or an object into one. */
  void s3(String path, byte[] content) throws IOException {
    send(
        HttpRequest.newBuilder(URI.create(endpoint() + '/' + path))
            .header("Authorization", SIGNED.formatted("s3"))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build());
  }

  private void call(String service, String target, String json) throws IOException {
    send(
        HttpRequest.newBuilder(URI.create(endpoint()))
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("Authorization", SIGNED.formatted(service))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private void send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(request + ": " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
