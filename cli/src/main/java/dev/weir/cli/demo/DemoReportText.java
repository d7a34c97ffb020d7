package dev.weir.cli.demo;

import dev.weir.job.Accounting;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The demo's outcome for people. */
final class DemoReportText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

  private final DemoReport report;
  private final PrintWriter out;

  private DemoReportText(DemoReport report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  static void print(DemoReport report, PrintWriter out) {
    DemoReportText text = new DemoReportText(report, out);
    if (!report.verdict().attacks().isEmpty()) {
      text.printAttacks();
    }
    text.line("%n%s", text.alerts());
    text.printAccounting();
    text.line(
        "speed       %,.0f messages/s replayed; alert latency %s ms median, %s ms p99",
        report.recordsPerSecond(),
        known("%.0f", report.latency(0.5)),
        known("%.0f", report.latency(0.99)));
    out.flush();
  }

  private void printAttacks() {
    line(
        "%n%-18s %-15s  %-14s  %-22s %6s  %s",
        "planted", "source", "UTC", "found as", "after", "incidents");
    for (Verdict.Attack attack : report.verdict().attacks()) {
      line(
          "%-18s %-15s  %s to %s  %-22s %6s  %s",
          attack.label().attack(),
          attack.label().srcIp(),
          minute(attack.label().start()),
          minute(attack.label().end()),
          attack.detected() ? attack.finding() : "missed",
          known("%.0f s", attack.secondsToOpen()),
          incidents(attack));
    }
  }

  private static String incidents(Verdict.Attack attack) {
    if (!attack.detected()) {
      return "best score " + known("%.3f", attack.bestScore());
    }
    return format(
        "%d, told %d times%s",
        attack.incidents(), attack.alerts(), attack.closed() ? ", closed" : "");
  }

  private static String minute(Instant time) {
    return MINUTE.format(time);
  }

  private String alerts() {
    Verdict verdict = report.verdict();
    String normal = known("%.3f", verdict.normalP995());
    if (verdict.attacks().isEmpty()) {
      return format(
          "alerts      %,d of %,d incidents; 99.5 %% of the windows score up to %s",
          verdict.alerts(), verdict.incidents(), normal);
    }
    return format(
        "attacks     %d of %d detected; %,d incidents, %,d of them false; %,d alerts;"
            + " 99.5 %% of normal windows score up to %s",
        verdict.detected(),
        verdict.attacks().size(),
        verdict.incidents(),
        verdict.falseIncidents(),
        verdict.alerts(),
        normal);
  }

  private void printAccounting() {
    Accounting of = report.accounting();
    line(
        "accounting  %,d messages = %,d flows + %,d dead letters + %,d ignored;"
            + " %,d windowed + %,d late%s; %,d windows: %s",
        report.messages(),
        of.decoded(),
        of.deadLetterCount(),
        of.ignoredCount(),
        of.windowed(),
        of.late(),
        of.setAsideCount() == 0 ? "" : format(" + %,d set aside", of.setAsideCount()),
        of.windows(),
        report.addsUp() ? "adds up" : "DOES NOT ADD UP");
    of.sights().summary().ifPresent(summary -> line("network     %s", summary));
    of.sights().warning().ifPresent(warning -> line("warning     %s", warning));
  }

  /** A number, or a dash where nothing was measured. */
  private static String known(String format, double value) {
    return Double.isNaN(value) ? "-" : format(format, value);
  }

  private void line(String format, Object... values) {
    out.println(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
