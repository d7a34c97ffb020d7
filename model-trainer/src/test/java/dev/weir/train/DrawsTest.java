package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void everyDrawHasNumbersOfItsOwn() {
    assertThat(Arrays.stream(Draws.values()).map(draw -> draw.random(42).nextLong()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSeedGivesTheSameNumbersAgainAndAnotherSeedOthers() {
    for (Draws draw : Draws.values()) {
      assertThat(draw.random(7).nextLong()).isEqualTo(draw.random(7).nextLong());
      assertThat(draw.random(7).nextLong()).isNotEqualTo(draw.random(8).nextLong());
    }
  }
}
