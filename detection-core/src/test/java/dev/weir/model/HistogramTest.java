package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void theLastBinHoldsItsUpperEdge() {
    long[] counts = Histogram.ofSorted(new double[] {0, 1, 1.5, 31.9, 32}).counts();

    assertThat(counts[0]).isEqualTo(1);
    assertThat(counts[1]).isEqualTo(2);
    assertThat(counts[31]).isEqualTo(2);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(5);
  }

  @Test
  void aConstantIsInTheFirstBin() {
    Histogram constant = Histogram.ofSorted(new double[] {7, 7});

    assertThat(constant.low()).isEqualTo(7);
    assertThat(constant.high()).isEqualTo(7);
    assertThat(constant.counts()[0]).isEqualTo(2);
  }

  @Test
  void aQuantileLiesBetweenTheEdgesOfItsBin() {
    Histogram histogram =
        Histogram.ofSorted(IntStream.rangeClosed(0, 320).asDoubleStream().toArray());

    assertThat(histogram.below(0.5)).isEqualTo(160);
    assertThat(histogram.above(0.5)).isEqualTo(170);
    assertThat(histogram.below(0)).isZero();
    assertThat(histogram.above(1)).isEqualTo(320);
    assertThat(Histogram.ofSorted(new double[0]).above(0.5)).isNaN();
  }

  @Test
  void deviatesAsItsSample() {
    double[] sample = IntStream.rangeClosed(0, 320).asDoubleStream().toArray();

    assertThat(Histogram.ofSorted(sample).deviation()).isCloseTo(320 / Math.sqrt(12), within(1.0));
    assertThat(Histogram.ofSorted(new double[] {7, 7}).deviation()).isZero();
    assertThat(Histogram.ofSorted(new double[0]).deviation()).isNaN();
  }

  @Test
  void anEmptySampleHasNoEdges() {
    assertThat(Histogram.ofSorted(new double[0]).low()).isNaN();
    assertThat(Histogram.ofSorted(new double[0]))
        .isEqualTo(Histogram.ofSorted(new double[0]))
        .hasSameHashCodeAs(Histogram.ofSorted(new double[0]));
  }

  @Property
  void everyValueIsCountedOnce(@ForAll @NotEmpty double[] sample) {
    double[] sorted = Arrays.stream(sample).map(x -> x / 2).sorted().toArray();

    assertThat(Arrays.stream(Histogram.ofSorted(sorted).counts()).sum()).isEqualTo(sample.length);
  }

  @Test
  void whatIsNoHistogramIsRefused() {
    long[] counts = new long[Histogram.BINS];
    long[] negative = counts.clone();
    negative[3] = -1;

    refuses(() -> new Histogram(0, 1, new long[3]));
    refuses(() -> new Histogram(1, 0, counts));
    refuses(() -> new Histogram(0, Double.NaN, counts));
    refuses(() -> new Histogram(0, Double.POSITIVE_INFINITY, counts));
    refuses(() -> new Histogram(0, 1, negative));
  }

  private static void refuses(Runnable making) {
    assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
  }
}
