package dev.weir.cli.decode;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.JsonBytes;
import dev.weir.flow.Side;
import java.io.IOException;

/** The flow that Weir counts, without what is absent. */
final class CanonicalFlow {

  private CanonicalFlow() {}

  static void write(FlowRecord flow, JsonGenerator json) throws IOException {
    text(json, "src_ip", flow.srcIp());
    text(json, "scope", flow.scope());
    text(json, "dst_ip", flow.dstIp());
    number(json, "src_port", flow.srcPort());
    number(json, "dst_port", flow.dstPort());
    number(json, "protocol", flow.protocol());
    number(json, "bytes_in", flow.bytesIn());
    number(json, "bytes_out", flow.bytesOut());
    number(json, "packets", flow.packets());
    JsonBytes.time(json, "start", flow.start());
    JsonBytes.time(json, "end", flow.end());
    text(json, "action", flow.action() == Action.UNKNOWN ? "" : flow.action().name());
    json.writeBooleanField("oriented", flow.side() != Side.UNORIENTED);
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void number(JsonGenerator json, String name, long value) throws IOException {
    if (value != FlowRecord.ABSENT) {
      json.writeNumberField(name, value);
    }
  }
}
