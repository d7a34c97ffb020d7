package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EmissionQueueTest {

  @Property(tries = 200)
  void emitsEverythingInOrder(@ForAll List<@LongRange(min = 0, max = 400_000) Long> times) {
    EmissionQueue<Long> queue = new EmissionQueue<>(0);
    times.forEach(time -> queue.add(time, time));
    List<Long> emitted = new ArrayList<>();
    while (queue.hasWaiting()) {
      queue.closeMinute();
      while (queue.hasReady()) {
        emitted.add(queue.poll());
      }
    }

    assertThat(emitted).isEqualTo(times.stream().sorted().toList());
  }

  @Test
  void keepsTheOrderOfWhatComesAtOnce() {
    EmissionQueue<String> queue = new EmissionQueue<>(0);
    queue.add(5, "first");
    queue.add(5, "second");
    queue.closeMinute();

    assertThat(queue.poll()).isEqualTo("first");
    assertThat(queue.poll()).isEqualTo("second");
    assertThat(queue.poll()).isNull();
  }

  @Test
  void refusesWhatIsOver() {
    EmissionQueue<String> queue = new EmissionQueue<>(0);
    queue.closeMinute();

    assertThatThrownBy(() -> queue.add(59_999, "late"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
