package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopSignalTest {

  @Test
  void pausesAtMostAsLongAsTold() {
    assertThat(new StopSignal().awaitNanos(1)).isFalse();
  }

  @Test
  void endsEveryPauseOnceRequested() {
    StopSignal signal = new StopSignal();
    signal.request();
    assertThat(signal.isRequested()).isTrue();
    assertThat(signal.awaitNanos(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void anInterruptIsARequest() {
    StopSignal signal = new StopSignal();
    Thread.currentThread().interrupt();
    assertThat(signal.awaitNanos(Long.MAX_VALUE)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(signal.isRequested()).isTrue();
  }
}
