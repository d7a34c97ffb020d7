package dev.weir.file;

import static dev.weir.decode.Envelopes.data;
import static dev.weir.decode.Envelopes.event;
import static dev.weir.decode.Envelopes.gzip;
import static dev.weir.decode.Envelopes.join;
import static dev.weir.decode.Envelopes.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.Entries;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.Envelopes;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.SetAside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions in files, as people save them and as Firehose writes them. */
class CloudWatchFileTest {
  private static final String ONE = data(event("e1", vpc("10.0.0.1")));
  private static final String TWO = data(event("e2", vpc("10.0.0.2")), event("e3", "oops"));

  @TempDir private Path folder;

  private List<Entry> decode(byte[] content, String... options) throws IOException {
    return decode(content, Long.MAX_VALUE, options);
  }

  private List<Entry> decode(byte[] content, long latest, String... options) throws IOException {
    Path path = Files.write(folder.resolve("log"), content);
    Entries entries = new Entries();
    try (LogFile file = LogFile.open(path, Envelopes.options(options))) {
      EntryCollector gates = FileGates.of(file, latest, entries);
      int lines = 0;
      while (file.decodeNext(gates)) {
        assertThat(file.line()).isEqualTo(++lines);
      }
    }
    return entries.all();
  }

  @Test
  void aLineIsAMessageAndSoIsEveryGzipMember() throws IOException {
    byte[] lines = (ONE + "\n" + TWO + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(decode(lines)).hasSize(3);
    assertThat(decode(gzip(lines))).isEqualTo(decode(lines));
    assertThat(decode(join(gzip(ONE), gzip(TWO)))).isEqualTo(decode(lines));
  }

  @Test
  void anEventThatWasInTheFileBeforeIsSetAside() throws IOException {
    byte[] twice = (ONE + "\n" + TWO + "\n" + ONE).getBytes(StandardCharsets.UTF_8);

    assertThat(decode(twice).get(3)).isEqualTo(SetAside.DUPLICATE_EVENT);
    assertThat(decode(twice, "--cloudwatch.drop-repeats=off").get(3))
        .isInstanceOf(FlowRecord.class);
    assertThat(decode(twice, "--cloudwatch.repeats-remembered=1").get(3))
        .isEqualTo(SetAside.DUPLICATE_EVENT);
  }

  @Test
  void anEventOfTheSameIdThatSaysSomethingElseIsNoRepeat() throws IOException {
    String other = data(event("e1", vpc("10.0.0.9")));

    assertThat(decode((ONE + other).getBytes(StandardCharsets.UTF_8)).get(1))
        .isInstanceOf(FlowRecord.class);
  }

  @Test
  void anEventThatWasTurnedAwayAsOfTheFutureHasNotBeenSeen() throws IOException {
    byte[] twice = (ONE + "\n" + ONE).getBytes(StandardCharsets.UTF_8);

    assertThat(decode(twice, 0))
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .isInstanceOfSatisfying(
                        DeadLetter.class,
                        letter ->
                            assertThat(letter.reason()).isEqualTo(DeadLetterReason.FUTURE_TIME)));
  }

  @Test
  void anEventWithoutAnIdIsNeverARepeat() throws IOException {
    String anonymous = data("{\"message\":\"%s\"}".formatted(vpc("10.0.0.1")));

    assertThat(decode((anonymous + anonymous).getBytes(StandardCharsets.UTF_8)))
        .allSatisfy(entry -> assertThat(entry).isInstanceOf(FlowRecord.class));
  }
}
