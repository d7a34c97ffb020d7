package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which events are known again, in memory and from state. */
class RecentEventsTest {
  private static final String GOLDEN =
      "01"
          + "0000000000000004"
          + "00000003"
          + "0000000000000000"
          + "fffffffffffffff9"
          + "0000000000000005"
          + "00000001"
          + "0000000000000063";

  @Property(tries = 300)
  void theLastOnesAreKnownAndNoneThatWasNeverThere(
      @ForAll @Size(max = 400) List<Long> identities, @ForAll @IntRange(min = 1, max = 50) int n) {
    RecentEvents recent = new RecentEvents(n);
    for (int i = 0; i < identities.size(); i++) {
      long identity = identities.get(i);
      boolean lately = identities.subList(Math.max(0, i - n), i).contains(identity);
      boolean ever = identities.subList(0, i).contains(identity);
      boolean isNew = recent.add(identity);
      assertThat(isNew && lately).isFalse();
      assertThat(isNew || ever).isTrue();
    }
  }

  @Property(tries = 200)
  void stateIsExact(@ForAll @Size(max = 200) List<Long> identities) throws IOException {
    RecentEvents recent = new RecentEvents(30);
    identities.forEach(recent::add);

    RecentEvents restored = read(bytes(recent), 30);

    assertThat(bytes(restored)).isEqualTo(bytes(recent));
    for (long identity : identities) {
      assertThat(restored.add(identity)).isEqualTo(recent.add(identity));
    }
  }

  @Test
  void theBytesOfVersionOneStayReadable() throws IOException {
    RecentEvents recent = new RecentEvents(3);
    List.of(5L, 0L, -7L, 99L).forEach(recent::add);

    assertThat(HexFormat.of().formatHex(bytes(recent))).isEqualTo(GOLDEN);
    RecentEvents restored = read(HexFormat.of().parseHex(GOLDEN), 3);
    assertThat(restored.add(0)).isFalse();
    assertThat(restored.add(99)).isFalse();
    assertThat(restored.add(100)).isTrue();
  }

  @Test
  void theBytesTellHowManyEventsWereTaken() throws IOException {
    byte[] bytes = HexFormat.of().parseHex(GOLDEN);

    assertThat(RecentEvents.total(new DataInputStream(new ByteArrayInputStream(bytes))))
        .isEqualTo(4);
  }

  @Test
  void bytesOfAnotherVersionAreRefused() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(new byte[] {2, 0}, 3))
        .withMessageContaining("version 2");
  }

  private static byte[] bytes(RecentEvents recent) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    recent.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static RecentEvents read(byte[] bytes, int remembered) throws IOException {
    return RecentEvents.read(new DataInputStream(new ByteArrayInputStream(bytes)), remembered);
  }
}
