package dev.weir.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.explain.ExplanationJson;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.finding.Control;
import dev.weir.finding.Detection;
import dev.weir.finding.Level;
import dev.weir.finding.Technique;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.JsonBytes;
import java.io.IOException;

/**
 * An alert as Weir's own JSON, schema 2: one object, described by docs/alert.schema.json. The order
 * of keys is fixed; later schemas only add keys. What does not apply is null.
 */
final class AlertJson {

  /** Alerts of single windows were schema 1. */
  static final int SCHEMA = 2;

  /** An alert shows so many targets. */
  static final int MOST_TARGETS = 10;

  private AlertJson() {}

  static byte[] toBytes(Alert alert) {
    return JsonBytes.object(out -> write(alert, out));
  }

  private static void write(Alert alert, JsonGenerator out) throws IOException {
    Incident incident = alert.incident();
    Detection worst = incident.worst();
    out.writeNumberField("schema", SCHEMA);
    out.writeStringField("incident_id", incident.id());
    out.writeStringField("status", alert.status().id());
    out.writeStringField("kind", incident.key().kind().id());
    writeFinding(incident, out);
    out.writeNumberField("severity", incident.severity());
    out.writeStringField("level", Level.of(incident.severity()).id());
    out.writeStringField("origin", worst.origin().id());
    out.writeBooleanField("early", alert.early());
    writeParties(incident, out);
    JsonBytes.time(out, "first_seen", incident.firstSeen());
    JsonBytes.time(out, "last_seen", incident.lastSeen());
    JsonBytes.time(out, "window_start", worst.windowStart());
    JsonBytes.time(out, "window_end", worst.windowEnd());
    writeVolume(incident.volume(), out);
    JsonBytes.number(out, "score", worst.scoring().score());
    JsonBytes.number(out, "threshold", worst.scoring().threshold());
    writeLabel(worst.scoring().label(), out);
    out.writeStringField("model_id", worst.scoring().modelId());
    ExplanationJson.write(worst.explanation(), out);
    out.writeStringField("advice", worst.advice().text());
    writeControl(worst.advice().control(), out);
    text(out, "close_reason", alert.reason() == null ? null : alert.reason().id());
    JsonBytes.time(out, "emitted_at", alert.emittedAt());
  }

  private static void writeFinding(Incident incident, JsonGenerator out) throws IOException {
    out.writeStringField("finding", incident.finding());
    texts(out, "also", incident.also());
    Technique technique = incident.technique();
    text(out, "technique", technique == null ? null : technique.id());
    text(out, "technique_name", technique == null ? null : technique.name());
    text(out, "technique_confidence", technique == null ? null : technique.confidence());
  }

  private static void writeParties(Incident incident, JsonGenerator out) throws IOException {
    IncidentKey key = incident.key();
    text(out, "src_ip", key.source() == null ? null : key.source().address());
    text(out, "scope", key.source() == null ? null : key.source().scope());
    text(out, "src_country", key.source() == null ? null : incident.worst().country());
    texts(out, "reputation", incident.reputation());
    TargetKey target = incident.target();
    if (target == null) {
      out.writeNullField("target");
    } else {
      out.writeObjectFieldStart("target");
      writeTarget(target, out);
      out.writeEndObject();
    }
    out.writeNumberField("sources", incident.sources());
    out.writeArrayFieldStart("targets");
    for (TargetCount count : incident.targets(MOST_TARGETS)) {
      out.writeStartObject();
      writeTarget(count.target(), out);
      out.writeNumberField("flows", count.flows());
      out.writeNumberField("syns", count.syns());
      out.writeNumberField("bytes_in", count.bytesIn());
      out.writeNumberField("bytes_out", count.bytesOut());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeTarget(TargetKey target, JsonGenerator out) throws IOException {
    out.writeStringField("dst_ip", target.address());
    if (target.port() == FlowRecord.ABSENT) {
      out.writeNullField("dst_port");
    } else {
      out.writeNumberField("dst_port", target.port());
    }
  }

  private static void writeVolume(Volume volume, JsonGenerator out) throws IOException {
    out.writeNumberField("windows", volume.windows());
    out.writeNumberField("flows", volume.flows());
    JsonBytes.number(out, "bytes_in", volume.bytesIn());
    JsonBytes.number(out, "bytes_out", volume.bytesOut());
  }

  private static void writeLabel(int label, JsonGenerator out) throws IOException {
    if (label == 0) {
      out.writeNullField("label");
    } else {
      out.writeNumberField("label", label);
    }
  }

  private static void writeControl(Control control, JsonGenerator out) throws IOException {
    if (control == null) {
      out.writeNullField("control");
      return;
    }
    out.writeObjectFieldStart("control");
    out.writeStringField("action", "deny");
    out.writeStringField("cidr", control.cidr());
    out.writeStringField("direction", control.outbound() ? "outbound" : "inbound");
    number(out, "port", control.port());
    number(out, "protocol", control.protocol());
    text(out, "target", control.target().isEmpty() ? null : control.target());
    JsonBytes.time(out, "expires_at", control.expires());
    out.writeFieldName("network_acl");
    out.writeRawValue(control.networkAcl());
    out.writeStringField("security_group", control.securityGroup());
    out.writeStringField("nftables", control.nftables());
    out.writeFieldName("waf_ip_set");
    out.writeRawValue(control.wafIpSet().isEmpty() ? "null" : control.wafIpSet());
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, int value) throws IOException {
    if (value < 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, value);
    }
  }

  private static void text(JsonGenerator out, String name, String value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  private static void texts(JsonGenerator out, String name, Iterable<String> values)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
