package dev.weir.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.Late;
import dev.weir.feature.LateJson;
import dev.weir.feature.SourceKey;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowJson;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/alerts.md have the keys that are written, in their order. */
class DocumentedJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ScoredWindow WINDOW =
      new ScoredWindow(
          new FeatureVector(
              new SourceKey("", "192.0.2.1"), 0, 60_000, "", new double[Feature.COUNT]),
          0.7,
          ScoredWindow.ANOMALOUS,
          true,
          "model");

  private List<String> examples = List.of();

  @BeforeEach
  void readExamples() throws IOException {
    examples = CodeBlocks.fenced(Pages.read("docs/alerts.md"), "json");
  }

  /** Alerts are held against the same schema where they are written. */
  @Test
  void alert() throws IOException {
    JsonNode schema = JSON.readTree(Pages.read("docs/alert.schema.json")).get("properties");

    assertThat(keys(examples.get(0))).isEqualTo(keys(schema));
    assertThat(keys(JSON.readTree(examples.get(0)).at("/explanation/0")))
        .isEqualTo(keys(schema.at("/explanation/items/properties")));
    assertThat(Pages.read("docs/alerts.md")).contains(tableOf(keys(schema)));
  }

  /** The first column of a table, up to what each row begins with. */
  private static List<String> tableOf(List<String> keys) {
    return keys.stream().map(key -> "\n| `" + key + "` | ").toList();
  }

  @Test
  void scoredWindow() throws IOException {
    assertThat(keys(examples.get(1)))
        .isEqualTo(keys(ScoredWindowJson.toBytes(WINDOW, List.of(Feature.values()))));
  }

  @Test
  void deadLetter() throws IOException {
    byte[] payload = "not json".getBytes(StandardCharsets.UTF_8);
    DeadLetter letter =
        new DeadLetter(DeadLetterReason.MALFORMED, "detail", "origin", 0, payload, false);

    assertThat(keys(examples.get(2))).isEqualTo(keys(DeadLetterJson.toBytes(letter)));
  }

  @Test
  void lateFlowIsReadAgainAsItIs() throws IOException {
    Flows flows = new Flows();
    byte[] example = JSON.writeValueAsBytes(JSON.readTree(examples.get(3)));
    LogOptions.of(LogFormat.JSON).streamDecoder().decode(example, 0, example.length, flows);

    assertThat(flows.flows).singleElement();
    assertThat(JSON.readTree(FlowJson.toBytes(flows.flows.get(0))))
        .isEqualTo(JSON.readTree(example));
  }

  @Test
  void lateFlows() throws IOException {
    Late late = new Late.Flows(new SourceKey("", "10.140.16.93"), 0, 60_000, 3);

    assertThat(keys(examples.get(4))).isEqualTo(keys(LateJson.toBytes(late)));
  }

  private static List<String> keys(String json) throws IOException {
    return keys(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> keys(byte[] json) throws IOException {
    return keys(JSON.readTree(json));
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Keeps flows and expects nothing else. */
  private static final class Flows implements EntryCollector {
    private final List<FlowRecord> flows = new ArrayList<>();

    @Override
    public void flow(FlowRecord flow) {
      flows.add(flow);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      throw new AssertionError(reason);
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      throw new AssertionError(detail);
    }

    @Override
    public void ignored(Ignored reason) {
      throw new AssertionError(reason);
    }
  }
}
