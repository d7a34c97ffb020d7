package dev.weir.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Invocation;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.DeadLetterReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryCommandTest {
  private static final long TEN = 1_772_445_600_000L;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("dead.jsonl");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    line(lines, DeadLetterReason.BAD_TIME, "a\tb", TEN + 1000, false);
    line(lines, DeadLetterReason.MALFORMED, "first", TEN, false);
    line(lines, DeadLetterReason.MALFORMED, "second", TEN - 60_000, true);
    line(lines, DeadLetterReason.MALFORMED, "third", -1, false);
    Files.write(file, lines.toByteArray());
  }

  private static void line(
      ByteArrayOutputStream out, DeadLetterReason reason, String text, long time, boolean cut) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(
        DeadLetterJson.toBytes(new DeadLetter(reason, "why", "t-0-7", time, payload, cut)));
    out.write('\n');
  }

  @Test
  void countsByReasonWithTimesAndAnExample() {
    Invocation summary = Invocation.of("dead-letters", "summary", "--input", file);

    assertThat(summary.exit()).isZero();
    assertThat(summary.out().lines())
        .containsExactly(
            "4 dead letters, 1 of them cut",
            "",
            "reason              letters    share  first received            last received",
            "malformed                 3   75.0 %  2026-03-02T09:59:00Z      2026-03-02T10:00:00Z",
            "    t-0-7: why",
            "    first",
            "bad-time                  1   25.0 %  2026-03-02T10:00:01Z      2026-03-02T10:00:01Z",
            "    t-0-7: why",
            "    a\uFFFDb");
  }

  @Test
  void writesTheSameAsJson() {
    Invocation summary = Invocation.of("dead-letters", "summary", "--json", "--input", file);

    assertThat(summary.out().lines().findFirst().orElseThrow())
        .isEqualTo(
            "{\"reason\":\"malformed\",\"letters\":3,\"share\":0.75,\"truncated\":1,"
                + "\"first_received\":\"2026-03-02T09:59:00Z\","
                + "\"last_received\":\"2026-03-02T10:00:00Z\",\"example\":{\"schema\":1,"
                + "\"reason\":\"malformed\",\"detail\":\"why\",\"origin\":\"t-0-7\","
                + "\"received_time\":\"2026-03-02T10:00:00Z\",\"encoding\":\"text\","
                + "\"payload\":\"first\",\"truncated\":false}}");
  }

  @Test
  void namesTheLineThatIsNoDeadLetter() throws IOException {
    Files.writeString(file, "\n{\"schema\":2}\n");

    Invocation summary = Invocation.of("dead-letters", "summary", "--input", file);

    assertThat(summary.exit()).isEqualTo(1);
    assertThat(summary.err()).contains(file + ":2").contains("its schema is 2").hasLineCount(1);
  }

  @Test
  void takesFilesOrATopic() {
    Invocation summary =
        Invocation.of("dead-letters", "summary", "--input", file, "--topic", "dead");

    assertThat(summary.exit()).isEqualTo(2);
    assertThat(summary.err()).contains("--input and --topic exclude each other");
  }
}
