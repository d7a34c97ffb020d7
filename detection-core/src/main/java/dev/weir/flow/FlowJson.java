package dev.weir.flow;

import static dev.weir.flow.FlowRecord.ABSENT;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.decode.LogFormat;
import java.io.IOException;

/**
 * A flow as JSON in the names of {@link LogFormat#JSON}, absent fields left out: what the late
 * topic holds, so that it can be replayed: the decoder makes the same flow of it.
 */
public final class FlowJson {

  private FlowJson() {}

  /** The flow's bytes. */
  public static byte[] toBytes(FlowRecord flow) {
    return JsonBytes.object(out -> write(flow, out));
  }

  private static void write(FlowRecord flow, JsonGenerator out) throws IOException {
    text(out, "scope", flow.scope());
    // Of an IPv6 source always: whoever replays the flow must not cut it to another prefix.
    if (!flow.source().equals(flow.srcIp()) || flow.srcIp().indexOf(':') >= 0) {
      out.writeStringField("source_key", flow.source());
    }
    if (flow.side() != Side.INITIATOR) {
      out.writeStringField("side", flow.side().id());
    }
    if (flow.sight() != Sight.SINGLE) {
      out.writeStringField("sight", flow.sight().id());
    }
    out.writeStringField("src_ip", flow.srcIp());
    text(out, "dst_ip", flow.dstIp());
    number(out, "src_port", flow.srcPort());
    number(out, "dst_port", flow.dstPort());
    number(out, "protocol", flow.protocol());
    number(out, "tcp_flags", flow.tcpFlags());
    number(out, "bytes_in", flow.bytesIn());
    number(out, "bytes_out", flow.bytesOut());
    number(out, "packets", flow.packets());
    if (flow.timed()) {
      JsonBytes.time(out, "creation_time", flow.start());
      JsonBytes.time(out, "end_time", flow.end());
    } else {
      JsonBytes.time(out, "time", flow.start());
    }
    if (flow.action() != Action.UNKNOWN) {
      out.writeStringField("action", flow.action().name());
    }
    number(out, "response.code", flow.responseCode());
    text(out, "src_ip_country_code", flow.country());
    if (!flow.ruleNames().isEmpty()) {
      out.writeArrayFieldStart("rule_names");
      for (String rule : flow.ruleNames()) {
        out.writeString(rule);
      }
      out.writeEndArray();
    }
    if (flow.truth() != Truth.UNKNOWN) {
      out.writeStringField("truth", flow.truth().id());
    }
  }

  private static void text(JsonGenerator out, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.writeStringField(name, value);
    }
  }

  private static void number(JsonGenerator out, String name, long value) throws IOException {
    if (value != ABSENT) {
      out.writeNumberField(name, value);
    }
  }
}
