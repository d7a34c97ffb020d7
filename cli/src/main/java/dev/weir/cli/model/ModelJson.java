package dev.weir.cli.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.feature.Feature;
import dev.weir.flow.JsonBytes;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Model;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.TrainingStatistics;
import dev.weir.network.NetworkSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;

/** A model as a JSON object, without its trees. */
final class ModelJson {

  private final Model model;
  private final JsonGenerator out;

  private ModelJson(Model model, JsonGenerator out) {
    this.model = model;
    this.out = out;
  }

  static byte[] toBytes(Model model) {
    return JsonBytes.object(out -> new ModelJson(model, out).write());
  }

  private void write() throws IOException {
    out.writeStringField("id", model.id());
    out.writeNumberField("schema", Feature.SCHEMA_VERSION);
    out.writeNumberField("window_ms", model.window().size());
    out.writeNumberField("slide_ms", model.window().slide());
    write("features", model.transform().features().stream().map(Feature::id).toList());
    out.writeBooleanField("log_scale", model.transform().logScale());
    write("dropped_features", model.statistics().droppedFeatures());
    out.writeArrayFieldStart("critical_ports");
    for (int port : model.settings().criticalPorts().toList()) {
      out.writeNumber(port);
    }
    out.writeEndArray();
    out.writeNumberField("short_flow_ms", model.settings().shortFlowMillis());
    write(model.network());
    out.writeArrayFieldStart("segments");
    for (Segment segment : model.segments().list()) {
      write(segment);
    }
    out.writeEndArray();
    write(model.statistics());
  }

  private void write(String name, Collection<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
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

  private void write(Segment segment) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", segment.name());
    boolean shares = segment.sharesForestOf(model.segments().all());
    out.writeStringField("forest", shares ? model.segments().all().name() : segment.name());
    out.writeNumberField("trees", segment.forest().size());
    out.writeNumberField("subsample", segment.forest().subsample());
    out.writeNumberField("label_threshold", segment.labelThreshold());
    out.writeNumberField("alert_threshold", segment.alertThreshold());
    write("score_quantiles", segment.scores());
    out.writeArrayFieldStart("baselines");
    for (FeatureBaseline baseline : segment.baselines()) {
      out.writeStartObject();
      out.writeStringField("feature", baseline.feature().id());
      JsonBytes.number(out, "missing", baseline.missing());
      JsonBytes.number(out, "zero", baseline.zero());
      write("quantiles", baseline.raw());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** By the probability. */
  private void write(String name, Quantiles quantiles) throws IOException {
    out.writeObjectFieldStart(name);
    for (double probability : Quantiles.probabilities()) {
      JsonBytes.number(
          out,
          BigDecimal.valueOf(probability).stripTrailingZeros().toPlainString(),
          quantiles.at(probability));
    }
    out.writeEndObject();
  }

  private void write(TrainingStatistics of) throws IOException {
    out.writeObjectFieldStart("training");
    out.writeStringField("format", of.format());
    out.writeNumberField("entries", of.entries());
    out.writeNumberField("flows", of.flows());
    out.writeNumberField("dead_letters", of.deadLetters());
    out.writeNumberField("ignored", of.ignored());
    out.writeNumberField("late_flows", of.lateFlows());
    out.writeNumberField("windows", of.windows());
    out.writeNumberField("sources", of.sources());
    out.writeNumberField("sampled_windows", of.sampledWindows());
    JsonBytes.time(out, "first_event_time", of.firstEventTime());
    JsonBytes.time(out, "last_event_time", of.lastEventTime());
    out.writeNumberField("seed", of.seed());
    out.writeNumberField("contamination", of.contamination());
    out.writeNumberField("observed_rate", of.observedRate());
    JsonBytes.number(out, "alert_budget", of.alerts().budget());
    JsonBytes.number(out, "expected_alerts", of.alerts().expected());
    JsonBytes.number(out, "expected_alerts_low", of.alerts().low());
    JsonBytes.number(out, "expected_alerts_high", of.alerts().high());
    out.writeStringField("hours", of.hours().text());
    out.writeEndObject();
  }
}
