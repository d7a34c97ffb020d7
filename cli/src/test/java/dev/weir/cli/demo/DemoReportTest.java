package dev.weir.cli.demo;

import static dev.weir.cli.demo.Alerts.attack;
import static dev.weir.cli.demo.Alerts.noTimes;
import static dev.weir.cli.demo.Alerts.told;
import static dev.weir.cli.demo.Alerts.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.job.Accounting;
import dev.weir.network.Sights;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTest {

  private static final Accounting ACCOUNTING =
      new Accounting(
          100,
          90,
          Map.of(DeadLetterReason.BAD_TIME, 7L),
          Map.of(Ignored.EMPTY_LINE, 3L),
          Map.of(),
          new Sights(90, 4, 3, 2),
          88,
          2,
          50,
          5,
          new Accounting.Incidents(2, 1, 2, 3, 0));
  private static final Verdict VERDICT =
      Verdict.of(
          List.of(attack("a", 5, 7), attack("b", 8, 9)),
          List.of(told("a", 5, "open"), told("c", 5, "open")),
          List.of(window("a", 5, 0.7), window("n", 5, 0.4)),
          noTimes());

  private static DemoReport report(long messages, Accounting accounting, Verdict verdict) {
    return new DemoReport(
        messages, Duration.ofSeconds(2), accounting, verdict, new double[] {10, 20, 30});
  }

  @Test
  void writesEveryKey() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(DemoReportJson.toBytes(report(100, ACCOUNTING, VERDICT)));

    assertThat(json.get("messages").asLong()).isEqualTo(100);
    assertThat(json.get("entries").asLong()).isEqualTo(100);
    assertThat(json.get("decoded").asLong()).isEqualTo(90);
    assertThat(json.get("dead_letters").asLong()).isEqualTo(7);
    assertThat(json.get("ignored").asLong()).isEqualTo(3);
    assertThat(json.get("late").asLong()).isEqualTo(2);
    assertThat(json.get("windows").asLong()).isEqualTo(50);
    assertThat(json.get("alerts").asLong()).isEqualTo(2);
    assertThat(json.get("attacks_planted").asLong()).isEqualTo(2);
    assertThat(json.get("attacks_detected").asLong()).isEqualTo(1);
    assertThat(json.get("false_alerts").asLong()).isEqualTo(1);
    assertThat(json.get("records_per_second").asLong()).isEqualTo(50);
    assertThat(json.get("alert_latency_ms_p50").asLong()).isEqualTo(20);
    assertThat(json.get("alert_latency_ms_p99").asLong()).isEqualTo(30);
    assertThat(json.get("accounting_adds_up").asBoolean()).isTrue();
    assertThat(json.get("incidents").asLong()).isEqualTo(2);
    assertThat(json.get("false_incidents").asLong()).isEqualTo(1);
    assertThat(json.get("attacks")).hasSize(2);
    assertThat(json.get("attacks").get(0).get("finding").asText()).isEqualTo("scan");
    assertThat(json.get("attacks").get(0).get("seconds_to_open").isNull()).isTrue();
    assertThat(json.get("attacks").get(0).get("closed").asBoolean()).isFalse();
    assertThat(json.get("attacks").get(1).get("finding").isNull()).isTrue();
    assertThat(json.get("attacks").get(1).get("best_score").isNull()).isTrue();
  }

  @Test
  void passesWithAlertsAndAnAccountingThatAddsUp() {
    assertThat(report(100, ACCOUNTING, VERDICT).passed()).isTrue();
    assertThat(report(101, ACCOUNTING, VERDICT).passed()).as("a message lost").isFalse();
    Verdict fewer = Verdict.of(List.of(), List.of(told("a", 5, "open")), List.of(), noTimes());
    assertThat(report(100, ACCOUNTING, fewer).passed()).as("an alert lost").isFalse();
    Verdict none = Verdict.of(List.of(attack("a", 5, 7)), List.of(), List.of(), noTimes());
    Verdict unknown = Verdict.of(List.of(), List.of(), List.of(), noTimes());
    Accounting quiet =
        new Accounting(
            100,
            100,
            Map.of(),
            Map.of(),
            Map.of(),
            new Sights(100, 0, 0, 0),
            100,
            0,
            50,
            0,
            new Accounting.Incidents(0, 0, 0, 0, 0));
    assertThat(report(100, quiet, none).passed()).as("no alert").isFalse();
    assertThat(report(100, quiet, unknown).passed()).as("a file may be quiet").isTrue();
  }

  @Test
  void printsWhatAPersonWantsToKnow() {
    StringWriter out = new StringWriter();

    DemoReportText.print(report(100, ACCOUNTING, VERDICT), new PrintWriter(out));

    assertThat(out.toString())
        .contains("scan-a", "10:05 to 10:07", "missed", "1 of 2 detected", "adds up")
        .doesNotContain("NaN");
  }
}
