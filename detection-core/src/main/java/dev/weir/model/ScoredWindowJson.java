package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.flow.JsonBytes;
import dev.weir.flow.Truth;
import java.util.List;

/** A scored window as a line of JSON, with the raw values of the features that the model sees. */
public final class ScoredWindowJson {

  private ScoredWindowJson() {}

  /** The window's bytes. */
  public static byte[] toBytes(ScoredWindow window, List<Feature> features) {
    FeatureVector vector = window.vector();
    return JsonBytes.object(
        out -> {
          out.writeStringField("src_ip", vector.source().address());
          out.writeStringField("scope", vector.source().scope());
          JsonBytes.time(out, "window_start", vector.windowStart());
          JsonBytes.time(out, "window_end", vector.windowEnd());
          out.writeNumberField("score", window.score());
          out.writeNumberField("label", window.label());
          if (vector.truth() == Truth.UNKNOWN) {
            out.writeNullField("truth");
          } else {
            out.writeStringField("truth", vector.truth().id());
          }
          out.writeStringField("model_id", window.modelId());
          out.writeObjectFieldStart("features");
          for (Feature feature : features) {
            JsonBytes.number(out, feature.id(), vector.value(feature));
          }
          out.writeEndObject();
        });
  }
}
