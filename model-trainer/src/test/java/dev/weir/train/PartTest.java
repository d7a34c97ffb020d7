package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.Segment;
import dev.weir.model.Segmentation;
import dev.weir.network.AddressSet;
import dev.weir.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartTest {

  private static final Segmentation BY =
      new Segmentation(Network.DEFAULT.internal(), AddressSet.EMPTY, Set.of("10.0.0.1"));

  private final List<FeatureVector> sample = new ArrayList<>();

  @Test
  void sourcesWithWindowsEnoughAreAPartAndTheOthersStayInThatOfAll() {
    add(Part.LEAST, "10.0.0.1");
    add(Part.LEAST + 1, "10.0.0.2");
    add(Part.LEAST - 1, "192.0.2.1");
    add(1, "AS786");

    List<Part> parts = Part.of(sample, BY);

    assertThat(parts)
        .extracting(Part::name)
        .containsExactly(Segment.ALL, "inside-client", "inside-server");
    assertThat(parts.get(0).windows()).hasSize(sample.size());
    assertThat(parts.get(0).judged()).hasSize(Part.LEAST);
    assertThat(parts.get(1).windows()).hasSize(Part.LEAST + 1).isEqualTo(parts.get(1).judged());
    assertThat(parts.get(1).hasForest()).isFalse();
  }

  @Test
  void aPartThatIsEverythingIsNoneOfItsOwn() {
    add(Part.OWN_FOREST, "10.0.0.2");

    assertThat(Part.of(sample, BY)).extracting(Part::name).containsExactly(Segment.ALL);
  }

  @Test
  void ofAThousandSourcesNoneGivesMoreThanAHundredthOfWhatTreesAreGrownFrom() {
    for (int i = 0; i < 1_000; i++) {
      add(2, "192.0.2." + i);
    }
    add(1_000, "10.0.0.1");
    SourceCap cap = new SourceCap(sample, Part.all(sample.size()));

    long busiest =
        Arrays.stream(cap.windows())
            .filter(i -> sample.get(i).source().address().equals("10.0.0.1"))
            .count();

    assertThat(busiest).isEqualTo(30);
    assertThat(cap.windows()).hasSize(2_030);
    assertThat(cap.warning()).isEmpty();
  }

  @Test
  void ofFewerSourcesABusyOneIsToldAndNotLimited() {
    add(900, "10.0.0.1");
    add(100, "10.0.0.2");
    SourceCap cap = new SourceCap(sample, Part.all(sample.size()));

    assertThat(cap.windows()).hasSize(1_000);
    assertThat(cap.warning())
        .hasValue(
            "10.0.0.1 gives 90 % of the windows of the history, whose sources, 2, are too few to"
                + " limit it; what it does counts as normal there");
  }

  private void add(int windows, String source) {
    for (int i = 0; i < windows; i++) {
      sample.add(
          new FeatureVector(new SourceKey("", source), i, i + 1, "", new double[Feature.COUNT]));
    }
  }
}
