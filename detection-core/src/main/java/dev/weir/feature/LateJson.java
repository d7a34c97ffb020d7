package dev.weir.feature;

import dev.weir.flow.FlowJson;
import dev.weir.flow.JsonBytes;

/** What was late as a line of JSON: a flow as {@link FlowJson} has it, several by their number. */
public final class LateJson {

  private LateJson() {}

  /** Its bytes. */
  public static byte[] toBytes(Late late) {
    return late instanceof Late.Flow one
        ? FlowJson.toBytes(one.flow())
        : toBytes((Late.Flows) late);
  }

  private static byte[] toBytes(Late.Flows late) {
    return JsonBytes.object(
        out -> {
          out.writeNumberField("late_flows", late.flows());
          out.writeStringField("src_ip", late.source().address());
          out.writeStringField("scope", late.source().scope());
          JsonBytes.time(out, "window_start", late.windowStart());
          JsonBytes.time(out, "window_end", late.windowEnd());
        });
  }
}
