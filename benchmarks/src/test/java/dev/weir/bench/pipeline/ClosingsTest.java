package dev.weir.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.WindowSpec;
import org.junit.jupiter.api.Test;

class ClosingsTest {

  private static final long MINUTE = 60_000;
  private static final long WAIT = 10_000;

  private final Closings closings = new Closings(WindowSpec.tumbling(MINUTE), WAIT);

  @Test
  void windowIsOpenUntilEveryPartitionHasPassedIt() {
    closings.sending(0, 0);
    closings.sending(1, 0);
    closings.sending(0, MINUTE + WAIT + 1);
    assertThat(closings.closedAt(MINUTE)).isEmpty();

    closings.sending(1, MINUTE + WAIT + 1);
    assertThat(closings.closedAt(MINUTE)).isPresent();
    assertThat(closings.closedAt(2 * MINUTE)).isEmpty();
  }

  @Test
  void windowIsOpenWhileStragglersAreWaitedFor() {
    closings.sending(0, 0);
    closings.sending(0, MINUTE + WAIT - 1);

    assertThat(closings.closedAt(MINUTE)).isEmpty();
  }

  @Test
  void laterMessagesDoNotCloseItAgain() {
    closings.sending(0, MINUTE + WAIT + 1);
    long closed = closings.closedAt(MINUTE).orElseThrow();

    closings.sending(0, 2 * MINUTE + WAIT + 1);

    assertThat(closings.closedAt(MINUTE)).hasValue(closed);
  }
}
