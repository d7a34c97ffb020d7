package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservoirTest {

  @Test
  void keepsEverythingInOrderWhileThereIsRoom() {
    Reservoir<Integer> reservoir = filled(10, 10, 1);

    assertThat(reservoir.sample()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(reservoir.seen()).isEqualTo(10);
  }

  @Test
  void theSameStreamAndSeedGiveTheSameSample() {
    assertThat(filled(100, 10_000, 5).sample()).isEqualTo(filled(100, 10_000, 5).sample());
    assertThat(filled(100, 10_000, 6).sample()).isNotEqualTo(filled(100, 10_000, 5).sample());
  }

  @Test
  void everyElementIsKeptAboutEquallyOften() {
    int[] kept = new int[100];
    for (int seed = 0; seed < 10_000; seed++) {
      filled(10, 100, seed).sample().forEach(element -> kept[element]++);
    }

    // 1000 expected, standard deviation 30.
    assertThat(IntStream.of(kept).boxed())
        .allSatisfy(times -> assertThat(times).isBetween(850, 1150));
  }

  @Test
  void nothingIsKeptTwice() {
    Reservoir<Integer> reservoir = filled(50, 5_000, 3);

    assertThat(reservoir.sample()).hasSize(50).doesNotHaveDuplicates();
    assertThat(reservoir.seen()).isEqualTo(5_000);
  }

  private static Reservoir<Integer> filled(int capacity, int elements, long seed) {
    Reservoir<Integer> reservoir = new Reservoir<>(capacity, new SplittableRandom(seed));
    IntStream.range(0, elements).forEach(reservoir::add);
    return reservoir;
  }
}
