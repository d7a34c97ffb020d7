package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.flow.AddressBits;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationTest {

  private static final Model MODEL = Models.segmented();

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, INSIDE_SERVER",
    "10.0.0.9, INSIDE_CLIENT",
    "fd00::1, INSIDE_CLIENT",
    "192.0.2.1, OUTSIDE_CLIENT",
    "203.0.113.7, SHARED_CLIENT",
    "2001:db8::/64, SHARED_CLIENT",
    "2001:db9::/64, OUTSIDE_CLIENT",
    "2001:db9:x/64, UNPLACED",
    "AS786, UNPLACED"
  })
  void aSourceStandsWhereItsAddressLies(String address, Standing standing) {
    assertThat(MODEL.segments().by().of(new SourceKey("acct", address), new AddressBits()))
        .isEqualTo(standing);
  }

  @Test
  void aStandingWithoutASegmentIsOfThatOfAll() {
    assertThat(MODEL.segments().of(new SourceKey("", "10.0.0.1")).name()).isEqualTo(Segment.ALL);
    assertThat(MODEL.segments().of(new SourceKey("", "AS786")).name()).isEqualTo(Segment.ALL);
    assertThat(MODEL.segments().of(new SourceKey("", "10.0.0.9")).name())
        .isEqualTo("inside-client");
  }

  @Test
  void windowsScoreTogetherAsEachByItself() {
    Random random = new Random(5);
    List<SourceView> views =
        Stream.generate(() -> window(random)).limit(300).map(SourceView::of).toList();

    List<ScoredWindow> together = MODEL.score(views);

    assertThat(together).isEqualTo(views.stream().map(MODEL::score).toList());
    assertThat(together.stream().map(ScoredWindow::score).distinct().count()).isGreaterThan(10);
  }

  @Test
  void aWindowIsLabelledByItsOwnSegment() {
    for (String address : List.of("10.0.0.9", "192.0.2.1", "10.0.0.1")) {
      Segment segment = MODEL.segments().of(new SourceKey("", address));
      ScoredWindow window = MODEL.score(at(address, Models.vector(Feature.BYTES_IN, 1000)));

      assertThat(window.label() == ScoredWindow.ANOMALOUS)
          .isEqualTo(window.score() > segment.labelThreshold());
      assertThat(window.alerting()).isEqualTo(window.score() > segment.alertThreshold());
    }
  }

  @Test
  void segmentsThatAreUnknownOrOutOfOrderAreRefused() {
    Segment all = MODEL.segment();
    Segment client = MODEL.segments().list().get(1);
    Segment outside = MODEL.segments().list().get(2);

    assertThatThrownBy(() -> segments(client)).hasMessageContaining("without 'all'");
    assertThatThrownBy(() -> segments(all, outside, client)).hasMessageContaining("out of order");
    assertThatThrownBy(() -> segments(all, all)).hasMessageContaining("'all'");
  }

  private static Segments segments(Segment... list) {
    return new Segments(Segmentation.NONE, List.of(list), list[0].scores());
  }

  private static FeatureVector window(Random random) {
    List<String> addresses = List.of("10.0.0.9", "192.0.2.1", "10.0.0.1", "AS786");
    return at(
        addresses.get(random.nextInt(addresses.size())),
        Models.vector(
            Feature.BYTES_IN,
            Math.exp(20 * random.nextDouble()),
            Feature.DISTINCT_DST_PORTS,
            random.nextInt(100)));
  }

  private static FeatureVector at(String address, FeatureVector window) {
    return new FeatureVector(
        new SourceKey("", address),
        window.windowStart(),
        window.windowEnd(),
        window.country(),
        window.values());
  }
}
