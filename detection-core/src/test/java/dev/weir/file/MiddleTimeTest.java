package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MiddleTimeTest {

  @Test
  void isTheMedianOfAShortLog() {
    assertThat(of(7, -1_000_000, 8, 9, 1_000_000).get()).isEqualTo(8);
  }

  @Test
  void isAboutTheMedianOfALongOne() {
    MiddleTime middle = new MiddleTime();
    for (int i = 0; i < 1_000_000; i++) {
      middle.add(i);
    }

    assertThat(middle.get()).isCloseTo(500_000, Offset.offset(2_000L));
  }

  @Test
  void liesBeforeEveryTimeWithoutFlows() {
    assertThat(new MiddleTime().get()).isEqualTo(Long.MIN_VALUE);
  }

  private static MiddleTime of(long... times) {
    MiddleTime middle = new MiddleTime();
    for (long time : times) {
      middle.add(time);
    }
    return middle;
  }
}
