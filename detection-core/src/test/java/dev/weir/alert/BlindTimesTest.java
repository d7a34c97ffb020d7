package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlindTimesTest {

  private static final int SPAN = 100;

  @Property(tries = 500)
  void whatWasNotSeenIsTheUnionOfAllTimesInAnyOrder(
      @ForAll @Size(max = 20) List<@IntRange(max = SPAN - 11) Integer> starts, @ForAll long seed)
      throws IOException {
    BitSet blind = new BitSet();
    BlindTimes inOrder = new BlindTimes();
    for (int start : starts) {
      int end = start + 1 + start % 10;
      blind.set(start, end);
      inOrder.add(start, end);
    }
    List<Integer> shuffled = new ArrayList<>(starts);
    Collections.shuffle(shuffled, new Random(seed));
    BlindTimes other = new BlindTimes();
    shuffled.forEach(start -> other.add(start, start + 1 + start % 10));

    assertThat(bytes(other)).isEqualTo(bytes(inOrder));
    for (int since = 0; since < SPAN; since++) {
      assertThat(inOrder.seenSince(since, 7)).isEqualTo(expected(blind, since, 7));
    }
  }

  /** Moves on as long as any of the quiet period was not seen. */
  private static long expected(BitSet blind, int since, int quiet) {
    int seen = since;
    int next = blind.nextSetBit(seen);
    while (next >= 0 && next < seen + quiet) {
      seen = blind.nextClearBit(next);
      next = blind.nextSetBit(seen);
    }
    return seen;
  }

  @Test
  void ofTooManyTheClosestBecomeOne() {
    BlindTimes times = new BlindTimes();
    for (int i = 0; i < BlindTimes.MOST; i++) {
      times.add(100L * i, 100L * i + 10);
    }
    times.add(15, 20);

    assertThat(times.seenSince(0, 1)).as("the five between were nobody's").isEqualTo(20);
    assertThat(times.seenSince(110, 1)).isEqualTo(110);
  }

  @Test
  void forgetsWhatHasEndedByThen() {
    BlindTimes times = new BlindTimes();
    times.add(10, 20);
    times.add(30, 40);

    times.forget(20);
    assertThat(times.seenSince(10, 5)).isEqualTo(10);
    assertThat(times.isEmpty()).isFalse();

    times.forget(40);
    assertThat(times.isEmpty()).isTrue();
  }

  private static byte[] bytes(BlindTimes times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    times.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
