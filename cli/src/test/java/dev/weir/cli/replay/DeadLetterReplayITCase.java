package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Invocation;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.DeadLetterReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterReplayITCase {
  private static final byte[] BINARY = {(byte) 0xFF, 0, 7};

  @Test
  void sendsWhatDeadLettersHoldAndSummarisesATopicOfThem(@TempDir Path folder) throws IOException {
    byte[] letter = letter(BINARY, false);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(letter);
    lines.write('\n');
    lines.writeBytes(letter(new byte[] {'x'}, true));
    Path file = Files.write(folder.resolve("dead.jsonl"), lines.toByteArray());
    try (LocalBroker broker = LocalBroker.temporary(0)) {
      Invocation replay =
          Invocation.of(
              "replay",
              "--from-dead-letters",
              "--format=cloudwatch",
              "--input",
              file,
              "--topic=flows",
              "--partitions=1",
              "--bootstrap-servers=" + broker.bootstrapServers());

      assertThat(replay.exit()).as(replay.err()).isZero();
      assertThat(replay.out()).contains("Sent 1 payloads of dead letters; 1 were cut and skipped.");
      List<byte[]> sent = new ArrayList<>();
      TopicContent.read(broker.access(), "flows", message -> sent.add(message.value()));
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0)).isEqualTo(BINARY);

      try (FlowSender sender = new FlowSender(broker.access(), "flows")) {
        sender.send(null, letter);
      }
      Invocation summary =
          Invocation.of(
              "dead-letters",
              "summary",
              "--topic=flows",
              "--bootstrap-servers=" + broker.bootstrapServers());
      assertThat(summary.exit()).isEqualTo(1);
      assertThat(summary.err()).contains("flows-0-0 is not a dead letter");
    }
  }

  private static byte[] letter(byte[] payload, boolean cut) {
    return DeadLetterJson.toBytes(
        new DeadLetter(DeadLetterReason.MALFORMED, "why", "t-0-7", -1, payload, cut));
  }
}
