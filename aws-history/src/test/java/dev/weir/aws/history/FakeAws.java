package dev.weir.aws.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A service that gives the answers that a test wants, where the SDK looks for AWS. */
final class FakeAws implements AutoCloseable {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "aws.accessKeyId", "test",
          "aws.secretAccessKey", "test",
          "aws.region", "eu-central-1");

  private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private record Answer(int status, Map<String, String> headers, String body) {}

  FakeAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    SETTINGS.forEach(System::setProperty);
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What will be answered next. */
  void will(int status, String body) {
    will(status, Map.of(), body);
  }

  void will(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
  }

  /** Path, query and body of each call. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
    Answer answer = answers.poll();
    if (answer == null) {
      answer = new Answer(404, Map.of(), "");
    }
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    SETTINGS.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrl");
    server.stop(0);
  }
}
