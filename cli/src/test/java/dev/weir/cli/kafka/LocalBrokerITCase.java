package dev.weir.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.cli.StopSignal;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerITCase {

  @Test
  void temporaryDataGoesWithTheBroker() {
    Path data;
    try (LocalBroker broker = LocalBroker.temporary(0)) {
      data = broker.data();
      assertThat(data).isNotEmptyDirectory();
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void dataOutlivesTheBrokerWhereAFolderIsNamed(@TempDir Path folder) {
    Path data = folder.resolve("kafka");
    try (LocalBroker broker = LocalBroker.in(data, 0);
        Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create("kept", 1);
      send(broker, "kept", "before");
    }
    try (LocalBroker broker = LocalBroker.in(data, 0)) {
      send(broker, "kept", "after");
      assertThat(read(broker, "kept", 2)).containsExactly("before", "after");
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> LocalBroker.temporary(port))
          .isInstanceOf(UserException.class)
          .hasMessage("port %d is taken; end what listens there or choose another by --port", port);
    }
  }

  private static void send(LocalBroker broker, String topic, String text) {
    try (FlowSender sender = new FlowSender(broker.access(), topic)) {
      sender.send(null, text.getBytes(StandardCharsets.UTF_8));
      sender.flush();
    }
  }

  private static List<String> read(LocalBroker broker, String topic, int count) {
    List<String> messages = new ArrayList<>();
    StopSignal stop = new StopSignal();
    try (TopicTail tail = TopicTail.open(broker.access(), topic, true)) {
      tail.follow(
          message -> {
            messages.add(new String(message, StandardCharsets.UTF_8));
            if (messages.size() == count) {
              stop.request();
            }
          },
          stop);
    }
    return messages;
  }
}
