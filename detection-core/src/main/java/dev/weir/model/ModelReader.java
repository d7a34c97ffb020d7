package dev.weir.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import dev.weir.network.NetworkSettings;
import dev.weir.network.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads what {@link ModelWriter} wrote, key by key, and refuses everything else. */
final class ModelReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final StrictJson in;

  /** Of the layout; segments, alert rates and hours came with the third. */
  private final long version;

  private ModelReader(StrictJson in, long version) {
    this.in = in;
    this.version = version;
  }

  /**
   * The model of a content, which hashes to that id.
   *
   * @param version of the file's layout
   * @throws IOException where the content is not a model's
   * @throws IllegalArgumentException where its values contradict each other
   */
  static Model content(String id, long version, byte[] bytes, int offset, int length)
      throws IOException {
    try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
      Model model = new ModelReader(new StrictJson(parser), version).model(id);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the content");
      }
      return model;
    }
  }

  private Model model(String id) throws IOException {
    in.startObject();
    long schema = in.integer("schema");
    if (schema != Feature.SCHEMA_VERSION) {
      throw new OtherSchemaException(schema);
    }
    WindowSpec window = new WindowSpec(in.integer("window_ms"), in.integer("slide_ms"));
    List<Feature> features = new ArrayList<>();
    in.startArray("features");
    for (String name = in.nextText(); name != null; name = in.nextText()) {
      features.add(feature(name));
    }
    Transform transform = new Transform(features, in.bool("log_scale"));
    if (!transform.features().equals(features)) {
      throw new IOException("its features are out of order");
    }
    List<Integer> ports = new ArrayList<>();
    for (int port : in.ints("critical_ports")) {
      ports.add(port);
    }
    FeatureSettings settings = new FeatureSettings(PortSet.of(ports), in.integer("short_flow_ms"));
    NetworkSettings network = network();
    Segments segments = segments(transform.columns());
    Frequencies frequencies = frequencies();
    TargetBaseline targets = TargetBaselineJson.read(in);
    TrainingStatistics statistics = statistics();
    in.endObject();
    return new Model(
        id, window, settings, network, transform, segments, frequencies, targets, statistics);
  }

  private NetworkSettings network() throws IOException {
    in.startObject("network");
    NetworkSettings network =
        new NetworkSettings(
            in.bool("orientation"),
            in.bool("single_vantage"),
            in.bool("nat"),
            Scope.ofId(in.text("scope")),
            in.int32("ipv6_prefix"),
            in.text("digest"));
    in.endObject();
    return network;
  }

  private static Feature feature(String name) throws IOException {
    Feature feature = Feature.ofId(name);
    if (feature == null) {
      throw new IOException("unknown feature '" + name + "'");
    }
    return feature;
  }

  private Segments segments(int columns) throws IOException {
    List<Segment> segments = new ArrayList<>();
    in.startObject("segments");
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      in.startObject();
      segments.add(segment(name, columns, segments.isEmpty() ? null : segments.get(0)));
    }
    if (segments.isEmpty()) {
      throw new IOException("it has no segments");
    }
    return version > 2
        ? SegmentsJson.read(in, segments)
        : new Segments(Segmentation.NONE, segments, segments.get(0).scores());
  }

  /** A segment that was entered; the first is that of all sources. */
  private Segment segment(String name, int columns, Segment all) throws IOException {
    double labelThreshold = in.number("label_threshold");
    double alertThreshold = in.number("alert_threshold");
    Quantiles scores = new Quantiles(in.numbers("score_quantiles"));
    List<FeatureBaseline> baselines = new ArrayList<>();
    in.startArray("baselines");
    while (in.nextObject()) {
      baselines.add(baseline());
    }
    String grown = version > 2 ? in.text("forest") : name;
    if (!grown.equals(name) && (all == null || !grown.equals(all.name()))) {
      throw new IOException("the segment '" + name + "' has the forest of '" + grown + "'");
    }
    Forest forest = grown.equals(name) ? forest(columns) : all.forest();
    in.endObject();
    return new Segment(name, forest, labelThreshold, alertThreshold, scores, baselines);
  }

  private Forest forest(int columns) throws IOException {
    int subsample = in.int32("subsample");
    List<Tree> trees = new ArrayList<>();
    in.startArray("trees");
    while (in.nextObject()) {
      trees.add(tree());
    }
    return new Forest(columns, subsample, trees);
  }

  private FeatureBaseline baseline() throws IOException {
    Feature feature = feature(in.text("feature"));
    double missing = in.number("missing");
    double zero = in.number("zero");
    Quantiles raw = new Quantiles(in.numbers("quantiles"));
    in.startObject("histogram");
    Histogram scaled = new Histogram(in.number("low"), in.number("high"), in.integers("counts"));
    in.endObject();
    in.endObject();
    return new FeatureBaseline(feature, missing, zero, raw, scaled);
  }

  private Tree tree() throws IOException {
    Tree tree =
        new Tree(in.ints("feature"), in.numbers("threshold"), in.ints("right"), in.ints("count"));
    in.endObject();
    return tree;
  }

  private Frequencies frequencies() throws IOException {
    TreeMap<Integer, Long> ports = new TreeMap<>();
    in.startObject("port_flows");
    for (String port = in.nextField(); port != null; port = in.nextField()) {
      once(port, ports.put(Integer.valueOf(port), in.integer()));
    }
    TreeMap<String, Long> countries = new TreeMap<>();
    in.startObject("country_flows");
    for (String country = in.nextField(); country != null; country = in.nextField()) {
      once(country, countries.put(country, in.integer()));
    }
    return new Frequencies(ports, countries);
  }

  private static void once(String key, Long before) throws IOException {
    if (before != null) {
      throw new IOException("the key '" + key + "' occurs twice");
    }
  }

  private TrainingStatistics statistics() throws IOException {
    in.startObject("training");
    TrainingStatistics statistics =
        new TrainingStatistics(
            in.text("format"),
            in.integer("entries"),
            in.integer("flows"),
            in.integer("dead_letters"),
            in.integer("ignored"),
            in.integer("late_flows"),
            in.integer("windows"),
            in.integer("sources"),
            in.integer("sampled_windows"),
            in.integer("first_event_time"),
            in.integer("last_event_time"),
            in.integer("seed"),
            in.number("contamination"),
            in.number("observed_rate"),
            droppedFeatures(),
            alerts(),
            version > 2 ? HoursOfWeek.parse(in.text("hours")) : HoursOfWeek.ALL);
    in.endObject();
    return statistics;
  }

  private AlertRate alerts() throws IOException {
    return version > 2
        ? new AlertRate(
            in.number("alert_budget"),
            in.number("expected_alerts"),
            in.number("expected_alerts_low"),
            in.number("expected_alerts_high"))
        : AlertRate.UNKNOWN;
  }

  private List<String> droppedFeatures() throws IOException {
    List<String> dropped = new ArrayList<>();
    in.startArray("dropped_features");
    for (String name = in.nextText(); name != null; name = in.nextText()) {
      dropped.add(name);
    }
    return dropped;
  }

  /** The features were measured by another schema than this release's. */
  static final class OtherSchemaException extends IOException {

    private static final long serialVersionUID = 1L;

    OtherSchemaException(long schema) {
      super(
          "its features are of schema "
              + schema
              + "; this release measures schema "
              + Feature.SCHEMA_VERSION);
    }
  }
}
