package dev.weir.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.feature.TargetKey;
import dev.weir.finding.Detection;
import dev.weir.finding.Technique;
import dev.weir.flow.IpAddress;
import dev.weir.flow.JsonBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An alert by the Elastic Common Schema.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs">ECS</a>
 */
final class EcsJson {

  static final String VERSION = "8.17.0";

  private static final long NANOS = 1_000_000;

  private EcsJson() {}

  static byte[] toBytes(Alert alert) {
    return JsonBytes.object(out -> write(alert, out));
  }

  private static void write(Alert alert, JsonGenerator out) throws IOException {
    Incident incident = alert.incident();
    JsonBytes.time(out, "@timestamp", alert.emittedAt());
    out.writeObjectFieldStart("ecs");
    out.writeStringField("version", VERSION);
    out.writeEndObject();
    out.writeStringField("message", incident.headline());
    writeEvent(alert, out);
    writeRule(incident, out);
    writeSource(incident, out);
    writeDestination(incident, out);
    writeThreat(incident.technique(), out);
    out.writeFieldName("weir");
    out.writeRawValue(new String(AlertJson.toBytes(alert), StandardCharsets.UTF_8));
  }

  private static void writeEvent(Alert alert, JsonGenerator out) throws IOException {
    Incident incident = alert.incident();
    out.writeObjectFieldStart("event");
    out.writeStringField("kind", "alert");
    array("category", "network", out);
    array("type", alert.status() == Status.CLOSE ? "end" : "info", out);
    out.writeStringField("action", alert.status().id());
    out.writeStringField("id", alert.id());
    out.writeStringField("module", "weir");
    out.writeStringField("dataset", "weir.alert");
    out.writeNumberField("severity", incident.severity());
    out.writeNumberField("risk_score", incident.severity());
    JsonBytes.time(out, "start", incident.firstSeen());
    JsonBytes.time(out, "end", incident.lastSeen());
    out.writeNumberField("duration", (incident.lastSeen() - incident.firstSeen()) * NANOS);
    out.writeEndObject();
  }

  private static void writeRule(Incident incident, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("rule");
    out.writeStringField("id", incident.finding());
    out.writeStringField("name", incident.finding());
    out.writeStringField("ruleset", "weir");
    out.writeEndObject();
  }

  private static void writeSource(Incident incident, JsonGenerator out) throws IOException {
    if (incident.key().source() == null) {
      return;
    }
    String address = incident.key().source().address();
    out.writeObjectFieldStart("source");
    out.writeStringField("address", address);
    if (IpAddress.canonical(address) != null) {
      out.writeStringField("ip", address);
    }
    Detection worst = incident.worst();
    number("bytes", worst.bytesIn(), out);
    if (!worst.country().isEmpty()) {
      out.writeObjectFieldStart("geo");
      out.writeStringField("country_iso_code", worst.country());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void writeDestination(Incident incident, JsonGenerator out) throws IOException {
    TargetKey target = incident.target();
    if (target == null) {
      return;
    }
    out.writeObjectFieldStart("destination");
    out.writeStringField("address", target.address());
    if (IpAddress.canonical(target.address()) != null) {
      out.writeStringField("ip", target.address());
    }
    if (target.port() >= 0) {
      out.writeNumberField("port", target.port());
    }
    number("bytes", incident.worst().bytesOut(), out);
    out.writeEndObject();
  }

  private static void writeThreat(Technique technique, JsonGenerator out) throws IOException {
    if (technique == null) {
      return;
    }
    out.writeObjectFieldStart("threat");
    out.writeStringField("framework", "MITRE ATT&CK");
    out.writeObjectFieldStart("technique");
    array("id", technique.id(), out);
    array("name", technique.name(), out);
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void number(String name, double value, JsonGenerator out) throws IOException {
    if (!Double.isNaN(value)) {
      JsonBytes.number(out, name, value);
    }
  }

  private static void array(String name, String value, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(name);
    out.writeString(value);
    out.writeEndArray();
  }
}
