package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Dice DICE = Dice.of(1, "wire", 0, 0);
  private static final Host HERE = new Host(0, "here", "10.0.0.1", Role.WEB, "", "eni-1");
  private static final Host THERE = new Host(1, "there", "10.0.0.2", Role.APP, "", "eni-2");

  private static Conversation talk(Service service) {
    return Conversation.of(HERE, THERE, service, 0, DICE);
  }

  @Property(tries = 300)
  void partsAddUpToTheWhole(
      @ForAll @LongRange(min = 0, max = 20_000_000_000L) long in,
      @ForAll @LongRange(min = 0, max = 20_000_000_000L) long out,
      @ForAll @LongRange(min = 2, max = 3_600_000) long length) {
    Wire whole = Wire.of(talk(Service.HTTPS).carrying(in, out));
    long cut = length / 3;

    Wire first = whole.part(0, cut, length);
    Wire second = whole.part(cut, length, length);

    assertThat(first.bytesIn() + second.bytesIn()).isEqualTo(whole.bytesIn());
    assertThat(first.bytesOut() + second.bytesOut()).isEqualTo(whole.bytesOut());
    assertThat(first.packets() + second.packets()).isEqualTo(whole.packets());
  }

  @Test
  void aClockIsAskedWithOnePacketOf76Bytes() {
    Wire wire = Wire.of(talk(Service.NTP).carrying(48, 48));

    assertThat(wire).isEqualTo(new Wire(76, 76, 1, 1));
  }

  @Test
  void anUnansweredAttemptIsOnlyItsOwnPackets() {
    assertThat(Wire.of(talk(Service.SMB).ending(Ending.refused(2))))
        .isEqualTo(new Wire(120, 0, 2, 0));
    assertThat(Wire.of(talk(Service.PING).carrying(56, 56).ending(Ending.silent(2))))
        .isEqualTo(new Wire(168, 0, 2, 0));
    assertThat(Wire.of(talk(Service.SMB).ending(Ending.RESET))).isEqualTo(new Wire(60, 40, 1, 1));
  }
}
