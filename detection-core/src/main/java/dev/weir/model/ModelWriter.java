package dev.weir.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.weir.feature.Feature;
import dev.weir.network.NetworkSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a model's content as JSON: keys always in one order, numbers in their shortest form. */
final class ModelWriter {

  /** Not by the JDK's own algorithm, whose digits became shorter with version 19. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final JsonGenerator out;

  private ModelWriter(JsonGenerator out) {
    this.out = out;
  }

  /** The content's bytes; equal models give equal bytes. */
  static byte[] content(Model model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      new ModelWriter(generator).write(model);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private void write(Model model) throws IOException {
    out.writeStartObject();
    out.writeNumberField("schema", Feature.SCHEMA_VERSION);
    out.writeNumberField("window_ms", model.window().size());
    out.writeNumberField("slide_ms", model.window().slide());
    out.writeArrayFieldStart("features");
    for (Feature feature : model.transform().features()) {
      out.writeString(feature.id());
    }
    out.writeEndArray();
    out.writeBooleanField("log_scale", model.transform().logScale());
    out.writeArrayFieldStart("critical_ports");
    for (int port : model.settings().criticalPorts().toList()) {
      out.writeNumber(port);
    }
    out.writeEndArray();
    out.writeNumberField("short_flow_ms", model.settings().shortFlowMillis());
    write(model.network());
    out.writeObjectFieldStart("segments");
    for (Segment segment : model.segments().list()) {
      write(segment, model.segment());
    }
    out.writeEndObject();
    SegmentsJson.write(model.segments(), out);
    write(model.frequencies());
    TargetBaselineJson.write(model.targets(), out);
    write(model.statistics());
    out.writeEndObject();
  }

  private void write(NetworkSettings network) throws IOException {
    out.writeObjectFieldStart("network");
    out.writeBooleanField("orientation", network.orientation());
    out.writeBooleanField("single_vantage", network.singleVantage());
    out.writeBooleanField("nat", network.nat());
    out.writeStringField("scope", network.scope().toString());
    out.writeNumberField("ipv6_prefix", network.ipv6Prefix());
    out.writeStringField("digest", network.network());
    out.writeEndObject();
  }

  private void write(Segment segment, Segment all) throws IOException {
    out.writeObjectFieldStart(segment.name());
    out.writeNumberField("label_threshold", segment.labelThreshold());
    out.writeNumberField("alert_threshold", segment.alertThreshold());
    out.writeFieldName("score_quantiles");
    write(segment.scores());
    out.writeArrayFieldStart("baselines");
    for (FeatureBaseline baseline : segment.baselines()) {
      write(baseline);
    }
    out.writeEndArray();
    boolean shares = segment.sharesForestOf(all);
    out.writeStringField("forest", shares ? all.name() : segment.name());
    if (!shares) {
      write(segment.forest());
    }
    out.writeEndObject();
  }

  private void write(Forest forest) throws IOException {
    out.writeNumberField("subsample", forest.subsample());
    out.writeArrayFieldStart("trees");
    for (Tree tree : forest.trees()) {
      write(tree);
    }
    out.writeEndArray();
  }

  private void write(FeatureBaseline baseline) throws IOException {
    out.writeStartObject();
    out.writeStringField("feature", baseline.feature().id());
    out.writeNumberField("missing", baseline.missing());
    out.writeNumberField("zero", baseline.zero());
    out.writeFieldName("quantiles");
    write(baseline.raw());
    out.writeObjectFieldStart("histogram");
    out.writeFieldName("low");
    write(baseline.scaled().low());
    out.writeFieldName("high");
    write(baseline.scaled().high());
    out.writeFieldName("counts");
    out.writeArray(baseline.scaled().counts(), 0, Histogram.BINS);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void write(Quantiles quantiles) throws IOException {
    write(quantiles, out);
  }

  static void write(Quantiles quantiles, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (double value : quantiles.values()) {
      write(value, out);
    }
    out.writeEndArray();
  }

  private void write(double value) throws IOException {
    write(value, out);
  }

  /** JSON knows no NaN: null stands for absent. */
  private static void write(double value, JsonGenerator out) throws IOException {
    if (Double.isNaN(value)) {
      out.writeNull();
    } else {
      out.writeNumber(value);
    }
  }

  private void write(Tree tree) throws IOException {
    out.writeStartObject();
    out.writeFieldName("feature");
    out.writeArray(tree.feature(), 0, tree.size());
    out.writeFieldName("threshold");
    out.writeArray(tree.threshold(), 0, tree.size());
    out.writeFieldName("right");
    out.writeArray(tree.right(), 0, tree.size());
    out.writeFieldName("count");
    out.writeArray(tree.count(), 0, tree.size());
    out.writeEndObject();
  }

  private void write(Frequencies frequencies) throws IOException {
    out.writeObjectFieldStart("port_flows");
    for (Map.Entry<Integer, Long> port : frequencies.ports().entrySet()) {
      out.writeNumberField(String.valueOf(port.getKey()), port.getValue());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("country_flows");
    for (Map.Entry<String, Long> country : frequencies.countries().entrySet()) {
      out.writeNumberField(country.getKey(), country.getValue());
    }
    out.writeEndObject();
  }

  private void write(TrainingStatistics statistics) throws IOException {
    out.writeObjectFieldStart("training");
    out.writeStringField("format", statistics.format());
    out.writeNumberField("entries", statistics.entries());
    out.writeNumberField("flows", statistics.flows());
    out.writeNumberField("dead_letters", statistics.deadLetters());
    out.writeNumberField("ignored", statistics.ignored());
    out.writeNumberField("late_flows", statistics.lateFlows());
    out.writeNumberField("windows", statistics.windows());
    out.writeNumberField("sources", statistics.sources());
    out.writeNumberField("sampled_windows", statistics.sampledWindows());
    out.writeNumberField("first_event_time", statistics.firstEventTime());
    out.writeNumberField("last_event_time", statistics.lastEventTime());
    out.writeNumberField("seed", statistics.seed());
    out.writeNumberField("contamination", statistics.contamination());
    out.writeNumberField("observed_rate", statistics.observedRate());
    out.writeArrayFieldStart("dropped_features");
    for (String feature : statistics.droppedFeatures()) {
      out.writeString(feature);
    }
    out.writeEndArray();
    write(statistics.alerts());
    out.writeStringField("hours", statistics.hours().text());
    out.writeEndObject();
  }

  private void write(AlertRate alerts) throws IOException {
    out.writeFieldName("alert_budget");
    write(alerts.budget());
    out.writeFieldName("expected_alerts");
    write(alerts.expected());
    out.writeFieldName("expected_alerts_low");
    write(alerts.low());
    out.writeFieldName("expected_alerts_high");
    write(alerts.high());
  }
}
