package dev.weir.file;

import static dev.weir.decode.Envelopes.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.Envelopes;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSurveyTest {

  private static final LogOptions JSON = LogOptions.of(LogFormat.JSON);
  private static final String FUTURE = "2037-01-01T00:00:00Z";
  private static final TimeBounds BOUNDS =
      TimeBounds.at(Instant.parse("2026-03-04T00:00:00Z").toEpochMilli(), 86_400_000);

  @TempDir private Path folder;
  private final Read read = new Read();

  @BeforeEach
  void writeAnHour() throws IOException {
    write("b.json", "2026-03-03T10:00:00Z", "2026-03-03T10:30:00Z", "2026-03-03T10:29:50Z");
  }

  @Test
  void aFlowYearsAheadIsADeadLetterOfItsLineAndCostsTheOthersNothing() throws IOException {
    write("a.json", "2026-03-03T09:00:00Z", FUTURE, "2026-03-03T09:30:00Z");

    LogSurvey survey = survey();
    survey.read(read, bytes -> {});

    assertThat(survey.disorder().maxMillis()).isEqualTo(10_000);
    assertThat(survey.messages()).isEqualTo(6);
    assertThat(read.flows).hasSize(5);
    assertThat(read.deadLetters).containsExactly("future-time " + line(FUTURE));
  }

  @Test
  void anEnvelopeIsAMessageOfManyEntries() throws IOException {
    String flow = Envelopes.vpc("10.0.0.1");
    String header =
        "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes"
            + " start end action log-status";
    Files.delete(folder.resolve("b.json"));
    Files.writeString(
        folder.resolve("a"),
        Envelopes.data(event("1", flow), event("2", header), event("3", flow))
            + Envelopes.data(event("4", header)));

    LogSurvey survey =
        LogSurvey.of(List.of(folder), LogOptions.of(LogFormat.CLOUDWATCH), BOUNDS, bytes -> {});

    assertThat(survey.messages()).isEqualTo(1);
    assertThat(survey.entries()).isEqualTo(2);
  }

  @Test
  void aHistoryThatLiesInTheFutureAsAWholeIsBelieved() throws IOException {
    write("a.json", FUTURE, FUTURE, FUTURE, FUTURE);

    LogSurvey survey = survey();
    survey.read(read, bytes -> {});

    assertThat(read.flows).hasSize(7);
    assertThat(read.deadLetters).isEmpty();
  }

  @Test
  void aFlowOfYearsAgoNeitherMovesItsFileNorHoldsTheOthersBack() throws IOException {
    write(
        "c.json",
        "2026-03-03T11:00:00Z",
        "2001-01-01T00:00:00Z",
        "2026-03-03T11:30:00Z",
        "2026-03-03T11:30:00Z");

    LogSurvey survey = survey();

    assertThat(survey.files().stream().map(file -> file.getFileName().toString()))
        .containsExactly("b.json", "c.json");
    survey.read(read, bytes -> {});
    assertThat(read.flows).hasSize(7);
  }

  @Test
  void aFlowOfYearsAgoWithinAFileDoesNotCountAsDisorder() throws IOException {
    Files.delete(folder.resolve("b.json"));
    write("c.json", "2026-03-03T11:00:05Z", "2001-01-01T00:00:00Z", "2026-03-03T11:00:00Z");

    assertThat(survey().disorder().maxMillis()).isEqualTo(5_000);
  }

  private LogSurvey survey() {
    return LogSurvey.of(List.of(folder), JSON, BOUNDS, bytes -> {});
  }

  private void write(String name, String... times) throws IOException {
    Files.write(folder.resolve(name), Arrays.stream(times).map(LogSurveyTest::line).toList());
  }

  private static String line(String time) {
    return "{\"src_ip\":\"10.0.0.1\",\"time\":\"" + time + "\"}";
  }

  private static final class Read implements EntryCollector {
    private final List<FlowRecord> flows = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();

    @Override
    public void flow(FlowRecord flow) {
      flows.add(flow);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      throw new AssertionError(reason);
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      deadLetters.add(reason + " " + new String(buffer, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void ignored(Ignored reason) {
      throw new AssertionError(reason);
    }
  }
}
