package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WindowSampleTest {

  private static final List<FeatureVector> WINDOWS =
      IntStream.range(0, 1_000).mapToObj(WindowSampleTest::window).toList();

  /** In the order of a history: by start, then source. */
  private static FeatureVector window(int i) {
    long start = 60_000L * (i / 10);
    return new FeatureVector(
        new SourceKey("", "10.0.0." + i % 10),
        start,
        start + 60_000,
        "",
        new double[Feature.COUNT]);
  }

  private static WindowSample of(List<FeatureVector> windows, int capacity, long seed) {
    WindowSample sample = new WindowSample(capacity, new SplittableRandom(seed));
    windows.forEach(sample::add);
    return sample;
  }

  @Property(tries = 50)
  void theSampleDoesNotDependOnTheOrderOfWindows(@ForAll Random random) {
    List<FeatureVector> shuffled = new ArrayList<>(WINDOWS);
    Collections.shuffle(shuffled, random);

    assertThat(of(shuffled, 100, 7).sample()).isEqualTo(of(WINDOWS, 100, 7).sample());
  }

  @Test
  void ofFewWindowsAllAreKeptInOrder() {
    WindowSample sample = of(WINDOWS, 1_000, 7);

    assertThat(sample.sample()).isEqualTo(WINDOWS);
    assertThat(sample.seen()).isEqualTo(1_000);
  }

  @Test
  void aWindowThatComesTwiceCountsOnce() {
    List<FeatureVector> twice = new ArrayList<>(WINDOWS);
    twice.addAll(WINDOWS);

    assertThat(of(twice, 100, 7).sample()).isEqualTo(of(WINDOWS, 100, 7).sample());
    assertThat(of(twice, 2_000, 7).sample()).isEqualTo(WINDOWS);
  }

  @Test
  void everyWindowHasTheSameChance() {
    int[] kept = new int[WINDOWS.size()];
    for (int seed = 0; seed < 400; seed++) {
      for (FeatureVector window : of(WINDOWS, 100, seed).sample()) {
        kept[WINDOWS.indexOf(window)]++;
      }
    }

    // Each is kept with 0.1: of 400 seeds 40 times, give or take 6.
    double chiSquare = IntStream.of(kept).mapToDouble(n -> (n - 40.0) * (n - 40) / 36).sum();
    assertThat(chiSquare).isBetween(800.0, 1_200.0);
    assertThat(of(WINDOWS, 100, 1).sample()).isNotEqualTo(of(WINDOWS, 100, 2).sample());
  }
}
