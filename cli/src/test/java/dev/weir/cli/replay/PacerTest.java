package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacerTest {

  private static final long NOON = 1_700_000_000_000L;

  @Test
  void theFirstFlowIsDueAtOnce() {
    assertThat(new Pacer(1).delayNanos(NOON, 77)).isZero();
  }

  @Test
  void tenTimesRealTimeMakesAMinuteSixSeconds() {
    Pacer pacer = new Pacer(10);
    pacer.delayNanos(NOON, 0);
    assertThat(pacer.delayNanos(NOON + 60_000, 0)).isEqualTo(Duration.ofSeconds(6).toNanos());
  }

  @Test
  void timeThatHasPassedIsNotWaitedForAgain() {
    Pacer pacer = new Pacer(1);
    pacer.delayNanos(NOON, 0);
    long now = Duration.ofSeconds(2).toNanos();
    assertThat(pacer.delayNanos(NOON + 3_000, now)).isEqualTo(Duration.ofSeconds(1).toNanos());
    assertThat(pacer.delayNanos(NOON + 1_000, now)).isZero();
  }

  @Test
  void speedZeroNeverWaits() {
    Pacer pacer = new Pacer(0);
    pacer.delayNanos(NOON, 0);
    assertThat(pacer.delayNanos(NOON + 86_400_000, 0)).isZero();
  }
}
