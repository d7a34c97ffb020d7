package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.SourceView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoredWindowTest {

  @Property
  void comesBackFromItsBytes(
      @ForAll @DoubleRange(min = 0, max = 1) double score,
      @ForAll boolean anomalous,
      @ForAll boolean alerting,
      @ForAll double bytesIn)
      throws IOException {
    ScoredWindow window =
        new ScoredWindow(
            Models.vector(Feature.BYTES_IN, bytesIn),
            score,
            anomalous ? ScoredWindow.ANOMALOUS : ScoredWindow.NORMAL,
            alerting,
            "model");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    window.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(ScoredWindow.read(in)).isEqualTo(window);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void isALineOfTheModelsFeaturesWithNullForWhatIsAbsent() {
    ScoredWindow window =
        new ScoredWindow(
            Models.vector(Feature.BYTES_IN, 1000, Feature.PORT_22_SHARE, 0.125, Feature.PACKETS, 9),
            0.625,
            ScoredWindow.ANOMALOUS,
            false,
            "abc");

    assertThat(
            new String(ScoredWindowJson.toBytes(window, Models.FEATURES), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"src_ip\":\"10.0.0.7\",\"scope\":\"acct\","
                + "\"window_start\":\"2024-04-25T23:00:00Z\","
                + "\"window_end\":\"2024-04-25T23:01:00Z\",\"score\":0.625,\"label\":-1,"
                + "\"truth\":null,"
                + "\"model_id\":\"abc\",\"features\":{\"bytes_in\":1000,"
                + "\"distinct_dst_ports\":null,\"port_22_share\":0.125}}");
  }

  @Test
  void labelsAndAlertsAreOfScoresAboveTheirThresholdsNotAtThem() {
    Model model = Models.small();
    ScoredWindow scored = model.score(Models.vector());
    Segment all = model.segment();

    ScoredWindow at = with(model, scored.score(), scored.score()).score(Models.vector());
    ScoredWindow above =
        with(model, Math.nextDown(scored.score()), Math.nextDown(scored.score()))
            .score(Models.vector());

    assertThat(all.forest().score(model.transform().apply(Models.vector())))
        .isEqualTo(scored.score());
    assertThat(at.label()).isEqualTo(ScoredWindow.NORMAL);
    assertThat(at.alerting()).isFalse();
    assertThat(above.label()).isEqualTo(ScoredWindow.ANOMALOUS);
    assertThat(above.alerting()).isTrue();
    assertThat(above.modelId()).isEqualTo(model.id());
  }

  @Test
  void windowsScoredTogetherAreWhatEachIsAlone() {
    Model model = Models.small();
    List<SourceView> views =
        Stream.of(
                Models.vector(),
                Models.vector(Feature.FLOW_COUNT, 9, Feature.BYTES_IN, 1e6),
                Models.vector(
                    Feature.FLOW_COUNT, 3,
                    Feature.BYTES_IN, 10,
                    Feature.DISTINCT_DST_PORTS, 2,
                    Feature.PORT_22_SHARE, 0.5))
            .map(SourceView::of)
            .toList();

    assertThat(model.score(views))
        .isEqualTo(views.stream().map(view -> model.score(view)).toList());
    assertThat(model.score(List.of())).isEmpty();
  }

  private static Model with(Model model, double label, double alert) {
    Segment all = model.segment();
    return new Model(
        model.id(),
        model.window(),
        model.settings(),
        model.network(),
        model.transform(),
        new Segment(all.name(), all.forest(), label, alert, all.scores(), all.baselines()),
        model.frequencies(),
        model.targets(),
        model.statistics());
  }
}
