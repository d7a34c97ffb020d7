package dev.weir.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.explain.ExplanationJson;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.flow.JsonBytes;
import dev.weir.model.ScoredWindow;
import java.io.IOException;
import java.util.List;

/** An alert as JSON, schema 1. The order of keys is fixed; later schemas only add keys. */
public final class AlertJson {

  private static final int SCHEMA = 1;

  private AlertJson() {}

  /**
   * The alert's bytes.
   *
   * @param features those that the model sees: their raw values are part of the alert
   */
  public static byte[] toBytes(Alert alert, List<Feature> features) {
    return JsonBytes.object(out -> write(alert, features, out));
  }

  private static void write(Alert alert, List<Feature> features, JsonGenerator out)
      throws IOException {
    ScoredWindow window = alert.window();
    FeatureVector vector = window.vector();
    out.writeNumberField("schema", SCHEMA);
    out.writeStringField("alert_id", alert.id());
    out.writeStringField("kind", "source");
    out.writeStringField("src_ip", vector.source().address());
    out.writeStringField("scope", vector.source().scope());
    out.writeStringField("src_country", vector.country());
    JsonBytes.time(out, "window_start", vector.windowStart());
    JsonBytes.time(out, "window_end", vector.windowEnd());
    JsonBytes.number(out, "flows", vector.value(Feature.FLOW_COUNT));
    JsonBytes.number(out, "bytes_in", vector.value(Feature.BYTES_IN));
    JsonBytes.number(out, "bytes_out", vector.value(Feature.BYTES_OUT));
    out.writeNumberField("score", window.score());
    out.writeNumberField("threshold", alert.threshold());
    out.writeNumberField("label", window.label());
    out.writeStringField("model_id", window.modelId());
    ExplanationJson.write(alert.explanation(), out);
    out.writeObjectFieldStart("features");
    for (Feature feature : features) {
      JsonBytes.number(out, feature.id(), vector.value(feature));
    }
    out.writeEndObject();
  }
}
