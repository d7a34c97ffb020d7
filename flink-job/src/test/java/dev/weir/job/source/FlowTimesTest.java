package dev.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Ignored;
import dev.weir.job.Flows;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class FlowTimesTest {

  private static final long NOW = 1_000_000_000;
  private static final long NO_TIME = Long.MIN_VALUE;

  private final Counter ahead = new SimpleCounter();
  private final FlowTimes times = new FlowTimes(30_000, ahead);

  @Test
  void aFlowMovesEventTimeToItsOwn() {
    assertThat(times.extractTimestamp(Flows.at("a", NOW - 7), NOW)).isEqualTo(NOW - 7);
    assertThat(times.extractTimestamp(Flows.at("a", NOW), NOW)).isEqualTo(NOW);

    assertThat(ahead.getCount()).isZero();
  }

  @Test
  void oneFastClockMovesItNoFurtherThanTheTransportsOwn() {
    assertThat(times.extractTimestamp(Flows.at("a", NOW + 290_000), NOW)).isEqualTo(NOW);
    assertThat(times.extractTimestamp(Flows.at("a", NOW + 1), NOW)).isEqualTo(NOW);

    assertThat(ahead.getCount()).isEqualTo(2);
  }

  @Test
  void whereTheTransportHasNoTimeFlowsAreBelieved() {
    assertThat(times.extractTimestamp(Flows.at("a", NOW), NO_TIME)).isEqualTo(NOW);
    assertThat(times.extractTimestamp(Flows.at("a", NOW), -1)).isEqualTo(NOW);

    assertThat(ahead.getCount()).isZero();
  }

  @Test
  void whatIsNoFlowMovesNothing() {
    assertThat(times.extractTimestamp(Ignored.NO_DATA, NOW)).isEqualTo(Long.MIN_VALUE);
  }
}
