package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PortHistogramTest {

  @Test
  void withoutFlowsThereIsNoEntropy() {
    assertThat(new PortHistogram().entropy()).isNaN();
  }

  @Test
  void allPortsTogetherFillTheBucketsEvenly() {
    PortHistogram histogram = new PortHistogram();
    for (int port = 0; port <= 65_535; port++) {
      histogram.add(port);
    }

    assertThat(histogram.entropy()).isCloseTo(6, within(1e-3));
  }

  @Property
  void isBetweenZeroAndSixBitsAndComesBackFromItsBytes(
      @ForAll List<@IntRange(max = 65_535) Integer> ports) throws IOException {
    PortHistogram histogram = new PortHistogram();
    ports.forEach(histogram::add);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    histogram.write(new DataOutputStream(bytes));
    PortHistogram read =
        PortHistogram.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(Double.compare(read.entropy(), histogram.entropy())).isZero();
    if (!ports.isEmpty()) {
      assertThat(histogram.entropy()).isBetween(0.0, 6.0);
    }
  }
}
