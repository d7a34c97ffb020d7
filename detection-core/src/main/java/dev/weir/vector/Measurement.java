package dev.weir.vector;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.Durations;
import dev.weir.flow.UserException;
import dev.weir.model.StrictJson;
import dev.weir.network.NetworkSettings;
import dev.weir.network.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * How vectors were measured: those of one model are measured alike.
 *
 * @param network how the flows were placed
 */
public record Measurement(WindowSpec window, FeatureSettings settings, NetworkSettings network) {

  /** Writes the keys of an object. */
  void write(JsonGenerator out) throws IOException {
    out.writeNumberField("schema_version", Feature.SCHEMA_VERSION);
    out.writeNumberField("window_ms", window.size());
    out.writeNumberField("slide_ms", window.slide());
    out.writeArrayFieldStart("critical_ports");
    for (int port : settings.criticalPorts().toList()) {
      out.writeNumber(port);
    }
    out.writeEndArray();
    out.writeNumberField("short_flow_ms", settings.shortFlowMillis());
    out.writeBooleanField("orientation", network.orientation());
    out.writeBooleanField("single_vantage", network.singleVantage());
    out.writeBooleanField("nat", network.nat());
    out.writeStringField("scope", network.scope().toString());
    out.writeNumberField("ipv6_prefix", network.ipv6Prefix());
    out.writeStringField("network", network.network());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UserException where the features were of another schema
   */
  static Measurement read(StrictJson in, String origin) throws IOException {
    long schema = in.integer("schema_version");
    if (schema != Feature.SCHEMA_VERSION) {
      throw new UserException(
          "%s holds vectors of feature schema %d, and this release measures schema %d; extract them"
                  .formatted(origin, schema, Feature.SCHEMA_VERSION)
              + " again");
    }
    WindowSpec window = new WindowSpec(in.integer("window_ms"), in.integer("slide_ms"));
    FeatureSettings settings =
        new FeatureSettings(
            PortSet.of(Arrays.stream(in.ints("critical_ports")).boxed().toList()),
            in.integer("short_flow_ms"));
    return new Measurement(
        window,
        settings,
        new NetworkSettings(
            in.bool("orientation"),
            in.bool("single_vantage"),
            in.bool("nat"),
            Scope.ofId(in.text("scope")),
            in.int32("ipv6_prefix"),
            in.text("network")));
  }

  /** The first thing in which the others were measured otherwise, in words; null for none. */
  String differenceFrom(Measurement other) {
    if (!window.equals(other.window)) {
      return "of windows of " + window;
    }
    if (settings.shortFlowMillis() != other.settings.shortFlowMillis()) {
      return "with --short-flow " + Durations.format(Duration.ofMillis(settings.shortFlowMillis()));
    }
    if (!settings.criticalPorts().equals(other.settings.criticalPorts())) {
      return "with --critical-ports " + settings.criticalPorts();
    }
    String placed = network.differencesFrom(other.network);
    if (!placed.isEmpty()) {
      return "with " + placed;
    }
    return network.equals(other.network) ? null : "with another --network";
  }
}
