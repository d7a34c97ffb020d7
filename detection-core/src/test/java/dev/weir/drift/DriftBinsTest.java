package dev.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.feature.Feature;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Histogram;
import dev.weir.model.Quantiles;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class DriftBinsTest {

  private static final int MANY = 100_000;

  private final Random random = new Random(1);

  private static Quantiles sample(DoubleSupplier draw) {
    double[] values = new double[MANY];
    Arrays.setAll(values, i -> draw.getAsDouble());
    Arrays.sort(values);
    return Quantiles.ofSorted(values);
  }

  private static DriftBins feature(double missing, DoubleSupplier draw) {
    double[] values = new double[MANY];
    Arrays.setAll(values, i -> draw.getAsDouble());
    Arrays.sort(values);
    double zero = Arrays.stream(values).filter(value -> value == 0).count() / (double) MANY;
    return DriftBins.of(
        new FeatureBaseline(
            Feature.PACKETS,
            missing,
            zero,
            Quantiles.ofSorted(values),
            Histogram.ofSorted(values)));
  }

  private static double index(DriftBins bins, DoubleSupplier draw) {
    long[] counts = new long[bins.size()];
    for (int i = 0; i < MANY; i++) {
      counts[bins.of(draw.getAsDouble())]++;
    }
    return bins.index(counts);
  }

  @Test
  void theSameDistributionHasAnIndexNearNought() {
    DriftBins bins = feature(0, random::nextGaussian);

    assertThat(index(bins, random::nextGaussian)).isCloseTo(0, within(0.002));
  }

  @Test
  void aShiftOfADeviationIsMuch() {
    DriftBins bins = feature(0, random::nextGaussian);

    assertThat(index(bins, () -> random.nextGaussian() + 0.1)).isBetween(0.002, 0.05);
    assertThat(index(bins, () -> random.nextGaussian() + 1)).isGreaterThan(0.25);
  }

  @Test
  void aValueThatManyShareIsARangeOfItsOwn() {
    DoubleSupplier half = () -> random.nextBoolean() ? 0 : random.nextDouble();
    DriftBins bins = feature(0, half);

    assertThat(index(bins, half)).isCloseTo(0, within(0.002));
    assertThat(index(bins, random::nextDouble)).isGreaterThan(0.25);
    assertThat(bins.of(0)).isNotEqualTo(bins.of(1e-9));
  }

  @Test
  void windowsWithoutTheQuantityAreARange() {
    DriftBins bins = feature(0.2, random::nextDouble);
    DoubleSupplier now = () -> random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();

    assertThat(index(bins, now)).isCloseTo(0, within(0.002));
    assertThat(index(bins, () -> Double.NaN)).isGreaterThan(1);
  }

  @Test
  void whatIsLeftOutNowIsLeftOutOfTraining() {
    Quantiles scores = sample(random::nextDouble);
    DriftBins bins = DriftBins.of(scores, 0.95);

    assertThat(index(bins, () -> 0.95 * random.nextDouble())).isCloseTo(0, within(0.002));
  }

  @Test
  void aScoreThatManyShareIsOneRange() {
    DoubleSupplier half = () -> random.nextBoolean() ? 0.4 : random.nextDouble();
    DriftBins bins = DriftBins.of(sample(half), 1);

    assertThat(index(bins, half)).isCloseTo(0, within(0.01));
    assertThat(index(bins, random::nextDouble)).isGreaterThan(0.1);
  }

  @Test
  void aConstantThatIsNoLongerThereIsSeenOnceItIsNought() {
    DriftBins bins = feature(0, () -> 7);

    assertThat(index(bins, () -> 7)).isCloseTo(0, within(0.01));
    assertThat(index(bins, () -> 0)).isGreaterThan(1);
  }
}
