package dev.weir.cli.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.JsonBytes;
import dev.weir.job.Accounting;
import dev.weir.model.Quantiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The demo's outcome.
 *
 * @param messages on the input topic
 * @param replay how long sending them took
 * @param latencies milliseconds from the last message that an alert needed to the alert, ascending
 */
record DemoReport(
    long messages, Duration replay, Accounting accounting, Verdict verdict, double[] latencies) {

  /** Whether alerts came and every entry is accounted for. */
  boolean passed() {
    return verdict.alerts() > 0 && addsUp();
  }

  private boolean addsUp() {
    return accounting.addsUp()
        && accounting.entries() == messages
        && accounting.alerts() == verdict.alerts();
  }

  private double recordsPerSecond() {
    return messages / Math.max(1e-3, replay.toNanos() / 1e9);
  }

  byte[] toJson() {
    return JsonBytes.object(this::write);
  }

  private void write(JsonGenerator out) throws IOException {
    out.writeNumberField("messages", messages);
    out.writeNumberField("entries", accounting.entries());
    out.writeNumberField("decoded", accounting.decoded());
    out.writeNumberField("dead_letters", accounting.deadLetterCount());
    out.writeNumberField("ignored", accounting.ignoredCount());
    out.writeNumberField("set_aside", accounting.setAsideCount());
    out.writeNumberField("unoriented", accounting.sights().unoriented());
    out.writeNumberField("unknown_vantage", accounting.sights().unknown());
    out.writeNumberField("repeated_vantage", accounting.sights().repeated());
    out.writeNumberField("windowed", accounting.windowed());
    out.writeNumberField("late", accounting.late());
    out.writeNumberField("windows", accounting.windows());
    out.writeNumberField("anomalous", accounting.anomalous());
    out.writeNumberField("alerts", verdict.alerts());
    out.writeNumberField("attacks_planted", verdict.attacks().size());
    out.writeNumberField("attacks_detected", verdict.detected());
    if (verdict.attacks().isEmpty()) {
      // Nothing is known of the user's own file.
      out.writeNullField("false_alerts");
    } else {
      out.writeNumberField("false_alerts", verdict.falseAlerts());
    }
    JsonBytes.number(out, "records_per_second", Math.rint(recordsPerSecond()));
    JsonBytes.number(out, "alert_latency_ms_p50", Quantiles.nearestRank(latencies, 0.5));
    JsonBytes.number(out, "alert_latency_ms_p99", Quantiles.nearestRank(latencies, 0.99));
    out.writeBooleanField("accounting_adds_up", addsUp());
    JsonBytes.number(out, "normal_score_p995", verdict.normalP995());
    out.writeArrayFieldStart("attacks");
    for (Verdict.Attack attack : verdict.attacks()) {
      out.writeStartObject();
      out.writeStringField("attack", attack.label().attack());
      out.writeStringField("src_ip", attack.label().srcIp());
      out.writeStringField("start", attack.label().start().toString());
      out.writeStringField("end", attack.label().end().toString());
      out.writeBooleanField("detected", attack.detected());
      out.writeNumberField("alerts", attack.alerts());
      JsonBytes.number(out, "best_score", attack.bestScore());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void print(PrintWriter out) {
    List<Verdict.Attack> attacks = verdict.attacks();
    if (!attacks.isEmpty()) {
      out.printf(
          "%n%-18s %-15s  %-17s %6s  %s%n", "planted", "source", "UTC", "alerts", "best score");
    }
    for (Verdict.Attack attack : attacks) {
      out.printf(
          Locale.ROOT,
          "%-18s %-15s  %s to %s  %6s  %s%n",
          attack.label().attack(),
          attack.label().srcIp(),
          attack.label().start().toString().substring(11, 16),
          attack.label().end().toString().substring(11, 16),
          attack.detected() ? attack.alerts() : "missed",
          known("%.3f", attack.bestScore()));
    }
    out.printf("%n%s%n", alertsLine());
    out.printf(
        Locale.ROOT,
        "accounting  %,d messages = %,d flows + %,d dead letters + %,d ignored;"
            + " %,d windowed + %,d late + %,d set aside; %,d windows: %s%n",
        messages,
        accounting.decoded(),
        accounting.deadLetterCount(),
        accounting.ignoredCount(),
        accounting.windowed(),
        accounting.late(),
        accounting.setAsideCount(),
        accounting.windows(),
        addsUp() ? "adds up" : "DOES NOT ADD UP");
    out.printf("network     %s%n", accounting.sights().summary());
    accounting.sights().warning().ifPresent(text -> out.printf("warning     %s%n", text));
    out.printf(
        Locale.ROOT,
        "speed       %,.0f messages/s replayed; alert latency %s ms median, %s ms p99%n",
        recordsPerSecond(),
        known("%.0f", Quantiles.nearestRank(latencies, 0.5)),
        known("%.0f", Quantiles.nearestRank(latencies, 0.99)));
    out.flush();
  }

  /** A number, or a dash where nothing was measured. */
  private static String known(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private String alertsLine() {
    if (verdict.attacks().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "alerts      %,d; 99.5 %% of the windows score up to %s",
          verdict.alerts(),
          known("%.3f", verdict.normalP995()));
    }
    return String.format(
        Locale.ROOT,
        "attacks     %d of %d detected; %,d alerts, %,d of them false;"
            + " 99.5 %% of normal windows score up to %s",
        verdict.detected(),
        verdict.attacks().size(),
        verdict.alerts(),
        verdict.falseAlerts(),
        known("%.3f", verdict.normalP995()));
  }
}
