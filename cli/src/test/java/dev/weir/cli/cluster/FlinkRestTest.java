package dev.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.weir.cli.kafka.Ports;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlinkRestTest {

  private HttpServer server;
  private FlinkRest rest;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    rest = new FlinkRest("127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsTheOverview() {
    answer(
        "/overview",
        200,
        "{\"taskmanagers\":2,\"slots-total\":4,\"slots-available\":1,\"jobs-running\":3}");
    assertThat(rest.overview()).isEqualTo(new FlinkRest.Overview(2, 4, 1, 3));
  }

  @Test
  void aSavepointIsThereOnceCompleted() {
    answer("/jobs/j/savepoints/r", 200, "{\"status\":{\"id\":\"IN_PROGRESS\"}}");
    answer(
        "/jobs/j/savepoints/s",
        200,
        "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"location\":\"file:/s\"}}");
    assertThat(rest.savepoint("j", "r")).isEmpty();
    assertThat(rest.savepoint("j", "s")).contains("file:/s");
  }

  @Test
  void aFailedSavepointSaysWhy() {
    answer(
        "/jobs/j/savepoints/r",
        200,
        "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"failure-cause\":"
            + "{\"stack-trace\":\"disk full\\n\\tat x\"}}}");
    assertThatThrownBy(() -> rest.savepoint("j", "r"))
        .isInstanceOf(UserException.class)
        .hasMessage("job j took no savepoint: disk full");
  }

  @Test
  void aRefusalIsOneLine() {
    answer("/jobs/j", 404, "{\"errors\":[\"NotFound\",\"Job j not found\\n\\tat x\"]}");
    assertThatThrownBy(() -> rest.job("j"))
        .isInstanceOf(UserException.class)
        .hasMessage("Flink at " + rest.address() + " refuses: Job j not found");
  }

  @Test
  void aClusterThatIsNotThereIsSaidToBeSo() {
    FlinkRest nowhere = new FlinkRest("127.0.0.1:" + Ports.free());
    assertThatThrownBy(nowhere::overview)
        .isInstanceOf(UserException.class)
        .hasMessage(
            "no Flink cluster answers at %s; start one with 'weir cluster start' or correct"
                + " --jobmanager",
            nowhere.address());
    assertThat(nowhere.findOverview()).isEmpty();
  }

  private void answer(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
