package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Action;
import dev.weir.flow.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

  private static final int TCP = 6;
  private static final int NO_FLAGS = -1;

  private static Side of(Action action, int src, int dst, int protocol, int flags) {
    return Orientation.of(
        new Sighting().action(action).ports(src, dst).protocol(protocol).tcpFlags(flags));
  }

  private static Side of(Action action, int src, int dst) {
    return of(action, src, dst, TCP, NO_FLAGS);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, 50000, 443, INITIATOR",
    "ACCEPT, 443, 50000, RESPONDER",
    "ACCEPT, 50000, 3389, INITIATOR",
    "ACCEPT, 5432, 1024, RESPONDER",
    "UNKNOWN, 50000, 22, INITIATOR",
    "ACCEPT, 1023, 1024, RESPONDER",
    "ACCEPT, 53, 123, UNORIENTED",
    "ACCEPT, 50000, 50001, UNORIENTED",
    "ACCEPT, 8443, 443, UNORIENTED",
    "ACCEPT, 0, 0, UNORIENTED",
    "ACCEPT, -1, 443, UNORIENTED",
    "ACCEPT, 443, -1, UNORIENTED",
    "ACCEPT, -1, -1, UNORIENTED",
    "REJECT, 443, 50000, INITIATOR",
    "REJECT, 50000, 50001, INITIATOR",
    "REJECT, -1, -1, INITIATOR",
  })
  void withoutFlagsRefusalTellsFirstAndThenOneServicePort(
      Action action, int src, int dst, Side side) {
    assertThat(of(action, src, dst)).isEqualTo(side);
    assertThat(of(action, src, dst, TCP, 0)).isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource({
    "2, INITIATOR",
    "3, INITIATOR",
    "6, INITIATOR",
    "7, INITIATOR",
    "18, RESPONDER",
    "19, RESPONDER",
    "22, RESPONDER",
    "23, RESPONDER",
  })
  void handshakesTellBeforePortsAndRefusal(int flags, Side side) {
    assertThat(of(Action.ACCEPT, 443, 50_000, TCP, flags)).isEqualTo(side);
    assertThat(of(Action.ACCEPT, 50_000, 443, TCP, flags)).isEqualTo(side);
    assertThat(of(Action.REJECT, 50_000, 50_001, TCP, flags)).isEqualTo(side);
    assertThat(of(Action.UNKNOWN, -1, -1, -1, flags)).isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "5", "16", "17", "20", "21"})
  void flagsOfTheMiddleAndTheEndTellNothing(int flags) {
    assertThat(of(Action.ACCEPT, 50_000, 443, TCP, flags)).isEqualTo(Side.INITIATOR);
    assertThat(of(Action.ACCEPT, 443, 50_000, TCP, flags)).isEqualTo(Side.RESPONDER);
    assertThat(of(Action.ACCEPT, 50_000, 50_001, TCP, flags)).isEqualTo(Side.UNORIENTED);
  }

  @Test
  void nothingButResetsRefuseWhatWasAskedUnlessPortsKnowBetter() {
    assertThat(of(Action.ACCEPT, 40_000, 50_000, TCP, 4)).isEqualTo(Side.RESPONDER);
    assertThat(of(Action.ACCEPT, 443, 50_000, TCP, 4)).isEqualTo(Side.RESPONDER);
    assertThat(of(Action.ACCEPT, 50_000, 443, TCP, 4)).isEqualTo(Side.INITIATOR);
    assertThat(of(Action.REJECT, 40_000, 50_000, TCP, 4)).isEqualTo(Side.INITIATOR);
  }

  @Test
  void onlyTcpHasFlags() {
    assertThat(of(Action.ACCEPT, 53, 50_000, 17, 2)).isEqualTo(Side.RESPONDER);
    assertThat(of(Action.ACCEPT, 50_000, 50_001, 17, 4)).isEqualTo(Side.UNORIENTED);
    assertThat(of(Action.ACCEPT, 0, 0, 1, 18)).isEqualTo(Side.UNORIENTED);
  }

  @Test
  void refusedScanFromEphemeralPortsStaysWithItsScanner() {
    for (int port = 0; port <= 65_535; port++) {
      assertThat(of(Action.REJECT, 40_000 + port % 20_000, port)).isEqualTo(Side.INITIATOR);
    }
  }

  @Test
  void acceptedScanFromEphemeralPortsNeverFlipsToItsVictim() {
    for (int port = 0; port <= 65_535; port++) {
      assertThat(of(Action.ACCEPT, 40_000 + port % 20_000, port)).isNotEqualTo(Side.RESPONDER);
    }
  }
}
