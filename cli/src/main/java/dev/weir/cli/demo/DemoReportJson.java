package dev.weir.cli.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.JsonBytes;
import dev.weir.job.Accounting;
import dev.weir.job.operator.Counter;
import java.io.IOException;

/** The demo's outcome for programs: one JSON object. */
final class DemoReportJson {

  private DemoReportJson() {}

  static byte[] toBytes(DemoReport report) {
    return JsonBytes.object(out -> write(report, out));
  }

  private static void write(DemoReport report, JsonGenerator out) throws IOException {
    out.writeNumberField("messages", report.messages());
    writeCounts(report.accounting(), out);
    writeVerdict(report.verdict(), out);
    JsonBytes.number(out, "records_per_second", Math.rint(report.recordsPerSecond()));
    JsonBytes.number(out, "alert_latency_ms_p50", report.latency(0.5));
    JsonBytes.number(out, "alert_latency_ms_p99", report.latency(0.99));
    out.writeBooleanField("accounting_adds_up", report.addsUp());
    JsonBytes.number(out, "normal_score_p995", report.verdict().normalP995());
    out.writeArrayFieldStart("attacks");
    for (Verdict.Attack attack : report.verdict().attacks()) {
      write(attack, out);
    }
    out.writeEndArray();
  }

  private static void writeCounts(Accounting of, JsonGenerator out) throws IOException {
    write(Counter.ENTRIES, of.entries(), out);
    write(Counter.DECODED, of.decoded(), out);
    write(Counter.DEAD_LETTERS, of.deadLetterCount(), out);
    write(Counter.IGNORED, of.ignoredCount(), out);
    write(Counter.SET_ASIDE, of.setAsideCount(), out);
    write(Counter.UNORIENTED, of.sights().unoriented(), out);
    write(Counter.UNKNOWN_VANTAGE, of.sights().unknown(), out);
    write(Counter.REPEATED_VANTAGE, of.sights().repeated(), out);
    write(Counter.WINDOWED, of.windowed(), out);
    write(Counter.LATE, of.late(), out);
    write(Counter.WINDOWS, of.windows(), out);
    write(Counter.ANOMALOUS, of.anomalous(), out);
  }

  private static void write(Counter counter, long value, JsonGenerator out) throws IOException {
    out.writeNumberField(counter.id(), value);
  }

  private static void writeVerdict(Verdict verdict, JsonGenerator out) throws IOException {
    write(Counter.ALERTS, verdict.alerts(), out);
    out.writeNumberField("attacks_planted", verdict.attacks().size());
    out.writeNumberField("attacks_detected", verdict.detected());
    out.writeNumberField("incidents", verdict.incidents());
    if (verdict.attacks().isEmpty()) {
      // Nothing is known of the user's own file.
      out.writeNullField("false_alerts");
      out.writeNullField("false_incidents");
    } else {
      out.writeNumberField("false_alerts", verdict.falseAlerts());
      out.writeNumberField("false_incidents", verdict.falseIncidents());
    }
  }

  private static void write(Verdict.Attack attack, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("attack", attack.label().attack());
    out.writeStringField("src_ip", attack.label().srcIp());
    out.writeStringField("start", attack.label().start().toString());
    out.writeStringField("end", attack.label().end().toString());
    out.writeBooleanField("detected", attack.detected());
    out.writeNumberField("incidents", attack.incidents());
    out.writeNumberField("alerts", attack.alerts());
    out.writeStringField("finding", attack.finding());
    JsonBytes.number(out, "seconds_to_open", attack.secondsToOpen());
    out.writeBooleanField("closed", attack.closed());
    JsonBytes.number(out, "best_score", attack.bestScore());
    out.writeEndObject();
  }
}
