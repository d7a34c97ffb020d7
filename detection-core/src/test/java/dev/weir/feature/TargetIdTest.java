package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Numbers of targets, and sets of them. */
class TargetIdTest {

  @Property
  void theNumberOfAnIpv4TargetSaysWhichItIs(
      @ForAll int address, @ForAll @IntRange(min = -1, max = 65_535) int port) {
    String text =
        (address >>> 24)
            + "."
            + (address >>> 16 & 0xFF)
            + "."
            + (address >>> 8 & 0xFF)
            + "."
            + (address & 0xFF);
    long id = TargetId.of(text, port);

    assertThat(id).isNotNegative();
    assertThat(TargetId.isWhole(id)).isTrue();
    assertThat(TargetId.key(id)).isEqualTo(new TargetKey(text, port));
  }

  @Property
  void theNumberOfAnyOtherTargetSaysThatItIsNoneOfThose(
      @ForAll String name, @ForAll @IntRange(min = -1, max = 65_535) int port) {
    long id = TargetId.of("x" + name, port);

    assertThat(id).isNotNegative();
    assertThat(TargetId.isWhole(id)).isFalse();
  }

  /** Model files and state hold them. */
  @Test
  void numbersAndHashesStayAsTheyAre() {
    assertThat(TargetId.of("10.0.0.1", 443)).isEqualTo(GOLDEN_IPV4);
    assertThat(TargetId.of("2001:db8::1", 443)).isEqualTo(GOLDEN_IPV6);
    assertThat(KnownTargets.hash(new TargetKey("10.0.0.1", 443))).isEqualTo(GOLDEN_HASH);
  }

  private static final long GOLDEN_IPV4 = 4786306109918445175L;
  private static final long GOLDEN_IPV6 = 3347080626236852067L;
  private static final int GOLDEN_HASH = -2066169832;

  @Test
  void neighbouringTargetsSpreadEvenly() {
    long low =
        IntStream.range(0, 60_000)
            .filter(port -> TargetId.of("10.0.0.1", port) < TargetId.MAX / 64)
            .count();

    assertThat(low).isBetween(850L, 1030L);
  }

  @Test
  void aSetHoldsEveryTargetThatItWasGivenAndHardlyAnother() {
    List<TargetKey> given =
        IntStream.range(0, 50_000)
            .mapToObj(i -> new TargetKey("10.0." + i % 256 + ".1", i))
            .toList();
    KnownTargets known = KnownTargets.of(given);

    assertThat(given).allMatch(known::contains);
    assertThat(IntStream.range(0, 50_000).filter(i -> known.contains(new TargetKey("a" + i, i))))
        .hasSizeLessThan(5);
    assertThat(KnownTargets.ofHashes(known.hashes())).isEqualTo(known).hasSameHashCodeAs(known);
  }

  @Test
  void aSetOfTooManyOrOfHashesThatDoNotAscendIsRefused() {
    assertThatThrownBy(() -> KnownTargets.ofHashes(new int[] {2, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KnownTargets.ofHashes(new int[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> KnownTargets.ofHashes(IntStream.rangeClosed(0, KnownTargets.MAX).toArray()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
