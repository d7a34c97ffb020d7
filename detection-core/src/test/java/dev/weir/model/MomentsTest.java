package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MomentsTest {

  @Property
  void integratePowersUpToTheirDegree(@ForAll @IntRange(min = 0, max = 64) int degree) {
    Moments moments = Moments.exactTo(degree);

    for (int power = 0; power <= degree; power++) {
      double sum = 0;
      for (int i = 0; i < moments.size(); i++) {
        sum += moments.weight()[i] * Math.pow(moments.at()[i], power);
      }
      assertThat(sum).isCloseTo(1.0 / (power + 1), within(1e-13));
    }
  }

  @Property
  void lieStrictlyBetweenNothingAndAllKnown(@ForAll @IntRange(min = 0, max = 64) int degree) {
    assertThat(Arrays.stream(Moments.exactTo(degree).at()))
        .allMatch(moment -> moment > 0 && moment < 1);
  }
}
