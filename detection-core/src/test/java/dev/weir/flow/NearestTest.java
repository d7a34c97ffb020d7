package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> OPTIONS = List.of("--format", "--topic", "--input", "--speed");

  @Test
  void findsWhatWasMeant() {
    assertThat(Nearest.to("--fromat", OPTIONS)).contains("--format");
    assertThat(Nearest.to("--topics", OPTIONS)).contains("--topic");
    assertThat(Nearest.to("--sped", OPTIONS)).contains("--speed");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(Nearest.to("--colour", OPTIONS)).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }

  @Property
  void slipsAreNoneForTheWordItselfAndTheSameBothWays(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertThat(Nearest.slips(a, a)).isZero();
    assertThat(Nearest.slips(a, b)).isEqualTo(Nearest.slips(b, a));
  }
}
