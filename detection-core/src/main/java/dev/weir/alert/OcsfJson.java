package dev.weir.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.explain.Reason;
import dev.weir.feature.TargetCount;
import dev.weir.finding.Level;
import dev.weir.finding.Technique;
import dev.weir.flow.IpAddress;
import dev.weir.flow.JsonBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An alert as a Detection Finding of the Open Cybersecurity Schema Framework.
 *
 * @see <a href="https://schema.ocsf.io/1.5.0/classes/detection_finding">class 2004</a>
 */
final class OcsfJson {

  static final String VERSION = "1.5.0";

  private static final int FINDINGS = 2;
  private static final int DETECTION_FINDING = 2004;
  private static final int IP_ADDRESS = 2;
  private static final int SUBNET = 12;

  private OcsfJson() {}

  static byte[] toBytes(Alert alert) {
    return JsonBytes.object(out -> write(alert, out));
  }

  private static void write(Alert alert, JsonGenerator out) throws IOException {
    Incident incident = alert.incident();
    int activity = alert.status().ordinal() + 1;
    out.writeNumberField("category_uid", FINDINGS);
    out.writeNumberField("class_uid", DETECTION_FINDING);
    out.writeNumberField("activity_id", activity);
    out.writeNumberField("type_uid", DETECTION_FINDING * 100 + activity);
    out.writeNumberField("time", alert.emittedAt());
    out.writeNumberField("start_time", incident.firstSeen());
    out.writeNumberField("end_time", incident.lastSeen());
    out.writeNumberField("count", incident.windows());
    out.writeNumberField("severity_id", severityId(Level.of(incident.severity())));
    out.writeNumberField("risk_score", incident.severity());
    // New, or resolved: what people do about it between the two is not ours to say.
    out.writeNumberField("status_id", alert.status() == Status.CLOSE ? 4 : 1);
    out.writeStringField("message", incident.headline());
    writeMetadata(alert, out);
    writeFindingInfo(incident, out);
    writeEvidences(incident, out);
    writeObservables(incident, out);
    writeAnomalies(incident, out);
    out.writeObjectFieldStart("remediation");
    out.writeStringField("desc", incident.worst().advice().text());
    out.writeEndObject();
    out.writeObjectFieldStart("unmapped");
    out.writeFieldName("weir");
    out.writeRawValue(new String(AlertJson.toBytes(alert), StandardCharsets.UTF_8));
    out.writeEndObject();
  }

  /** OCSF: 2 low, 3 medium, 4 high, 5 critical. */
  private static int severityId(Level level) {
    return level.ordinal() + 2;
  }

  private static void writeMetadata(Alert alert, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("metadata");
    out.writeStringField("version", VERSION);
    out.writeStringField("uid", alert.id());
    out.writeObjectFieldStart("product");
    out.writeStringField("name", "Weir");
    out.writeStringField("vendor_name", "Weir");
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeFindingInfo(Incident incident, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("finding_info");
    out.writeStringField("uid", incident.id());
    out.writeStringField("title", incident.finding());
    out.writeNumberField("first_seen_time", incident.firstSeen());
    out.writeNumberField("last_seen_time", incident.lastSeen());
    out.writeArrayFieldStart("types");
    out.writeString(incident.finding());
    for (String also : incident.also()) {
      out.writeString(also);
    }
    out.writeEndArray();
    Technique technique = incident.technique();
    if (technique != null) {
      out.writeArrayFieldStart("attacks");
      out.writeStartObject();
      out.writeObjectFieldStart("technique");
      out.writeStringField("uid", technique.id());
      out.writeStringField("name", technique.name());
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private static void writeEvidences(Incident incident, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("evidences");
    for (TargetCount count : incident.targets(AlertJson.MOST_TARGETS)) {
      out.writeStartObject();
      writeSource(incident, out);
      out.writeObjectFieldStart("dst_endpoint");
      writeAddress(count.target().address(), out);
      if (count.target().port() >= 0) {
        out.writeNumberField("port", count.target().port());
      }
      out.writeEndObject();
      out.writeObjectFieldStart("data");
      out.writeNumberField("flows", count.flows());
      out.writeNumberField("bytes_in", count.bytesIn());
      out.writeNumberField("bytes_out", count.bytesOut());
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeSource(Incident incident, JsonGenerator out) throws IOException {
    if (incident.key().source() == null) {
      return;
    }
    out.writeObjectFieldStart("src_endpoint");
    writeAddress(incident.key().source().address(), out);
    if (!incident.worst().country().isEmpty()) {
      out.writeObjectFieldStart("location");
      out.writeStringField("country", incident.worst().country());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** An address that is a prefix, or no address at all, is a name. */
  private static void writeAddress(String address, JsonGenerator out) throws IOException {
    out.writeStringField(isIp(address) ? "ip" : "name", address);
  }

  private static boolean isIp(String address) {
    return IpAddress.canonical(address) != null;
  }

  private static void writeObservables(Incident incident, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("observables");
    if (incident.key().source() != null) {
      writeObservable("src_endpoint", incident.key().source().address(), out);
    }
    if (incident.key().target() != null) {
      writeObservable("dst_endpoint", incident.key().target().address(), out);
    }
    out.writeEndArray();
  }

  /** None of a name that may be anything. */
  private static void writeObservable(String endpoint, String address, JsonGenerator out)
      throws IOException {
    int slash = address.indexOf('/');
    boolean subnet = slash > 0 && isIp(address.substring(0, slash));
    if (!subnet && !isIp(address)) {
      return;
    }
    out.writeStartObject();
    out.writeStringField("name", endpoint + (subnet ? ".name" : ".ip"));
    out.writeNumberField("type_id", subnet ? SUBNET : IP_ADDRESS);
    out.writeStringField("value", address);
    out.writeEndObject();
  }

  private static void writeAnomalies(Incident incident, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("anomaly_analyses");
    out.writeStartObject();
    out.writeArrayFieldStart("analysis_targets");
    out.writeStartObject();
    out.writeStringField("name", incident.key().name());
    out.writeStringField("type", incident.key().kind().id());
    out.writeEndObject();
    out.writeEndArray();
    out.writeArrayFieldStart("anomalies");
    for (Reason reason : incident.worst().explanation().reasons()) {
      writeObservation(reason.feature(), reason.value(), reason.text(), out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("baselines");
    for (Reason reason : incident.worst().explanation().reasons()) {
      writeObservation(reason.feature(), reason.median(), "median of the training windows", out);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
  }

  /** Nothing of what is not known. */
  private static void writeObservation(
      String parameter, double value, String pattern, JsonGenerator out) throws IOException {
    if (Double.isNaN(value)) {
      return;
    }
    out.writeStartObject();
    out.writeStringField("observation_parameter", parameter);
    out.writeStringField("observed_pattern", pattern);
    out.writeArrayFieldStart("observations");
    out.writeStartObject();
    out.writeStringField("value", String.valueOf(value));
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }
}
