package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Action;
import dev.weir.flow.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

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
  void refusalTellsFirstAndThenOneServicePort(Action action, int src, int dst, Side side) {
    assertThat(Orientation.of(action, src, dst)).isEqualTo(side);
  }

  @Test
  void refusedScanFromEphemeralPortsStaysWithItsScanner() {
    for (int port = 0; port <= 65_535; port++) {
      assertThat(Orientation.of(Action.REJECT, 40_000 + port % 20_000, port))
          .isEqualTo(Side.INITIATOR);
    }
  }

  @Test
  void acceptedScanFromEphemeralPortsNeverFlipsToItsVictim() {
    for (int port = 0; port <= 65_535; port++) {
      assertThat(Orientation.of(Action.ACCEPT, 40_000 + port % 20_000, port))
          .isNotEqualTo(Side.RESPONDER);
    }
  }
}
