package dev.weir.vector;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.JsonBytes;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * Closed windows as lines of JSON. Each line says how it was measured, so that lines of a topic
 * need no first one.
 */
public final class VectorJson implements Serializable {

  /** Of these lines. */
  static final int VERSION = 1;

  static final String SOURCE = "source";
  static final String TARGET = "target";

  private static final long serialVersionUID = 1L;

  private final String measured;

  /** Of windows that are measured like that. */
  public VectorJson(Measurement measured) {
    this.measured = new String(JsonBytes.object(measured::write), StandardCharsets.UTF_8);
  }

  /** A source's window. */
  public byte[] toBytes(FeatureVector vector) {
    return JsonBytes.object(
        out -> {
          out.writeStringField("kind", SOURCE);
          out.writeNumberField("version", VERSION);
          out.writeFieldName("measured");
          out.writeRawValue(measured);
          JsonBytes.time(out, "window_start", vector.windowStart());
          JsonBytes.time(out, "window_end", vector.windowEnd());
          out.writeStringField("src_ip", vector.source().address());
          out.writeStringField("scope", vector.source().scope());
          out.writeStringField("country", vector.country());
          out.writeStringField("truth", vector.truth().id());
          out.writeObjectFieldStart("features");
          for (Feature feature : Feature.values()) {
            JsonBytes.number(out, feature.id(), vector.value(feature));
          }
          out.writeEndObject();
        });
  }

  /** What the trainer learns from of a target's window. */
  public byte[] toBytes(TargetView view) {
    return JsonBytes.object(
        out -> {
          out.writeStringField("kind", TARGET);
          out.writeNumberField("version", VERSION);
          out.writeFieldName("measured");
          out.writeRawValue(measured);
          JsonBytes.time(out, "window_start", view.windowStart());
          JsonBytes.time(out, "window_end", view.windowEnd());
          out.writeStringField("dst_ip", view.target().address());
          int port = view.target().port();
          JsonBytes.number(out, "dst_port", port == FlowRecord.ABSENT ? Double.NaN : port);
          out.writeNumberField("flows", view.flows());
          JsonBytes.number(out, "bytes_in", view.bytesIn());
          out.writeNumberField("sources", view.sources());
          out.writeArrayFieldStart("top_sources");
          for (SourceCount count : view.topSources()) {
            out.writeStartObject();
            out.writeStringField("src_ip", count.source().address());
            out.writeStringField("scope", count.source().scope());
            out.writeNumberField("flows", count.flows());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }
}
