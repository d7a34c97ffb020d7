package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void doublesUpToItsLimit() {
    Backoff backoff = new Backoff(500, 15_000, () -> 0);

    assertThat(IntStream.rangeClosed(1, 8).mapToLong(backoff::millis))
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L, 15_000L);
    assertThat(backoff.millis(Integer.MAX_VALUE)).isEqualTo(15_000);
  }

  @Test
  void isShorterByChanceByAHalfAtMost() {
    assertThat(new Backoff(500, 15_000, () -> 1).millis(1)).isEqualTo(250);
    assertThat(new Backoff(500, 15_000, () -> 0.5).millis(3)).isEqualTo(1_500);
  }
}
