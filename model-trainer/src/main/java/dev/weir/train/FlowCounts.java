package dev.weir.train;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;
import dev.weir.model.Frequencies;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts flows by destination port and source country, in bounded space. */
final class FlowCounts {

  private static final int KEPT_PORTS = 1000;
  private static final int COUNTRY_CODE_LENGTH = 2;

  private final long[] ports = new long[65536];
  private final Map<String, Long> countries = new HashMap<>();

  void add(FlowRecord flow) {
    if (flow.side() == Side.RESPONDER) {
      return;
    }
    if (flow.dstPort() != FlowRecord.ABSENT) {
      ports[flow.dstPort()]++;
    }
    // Letters only, so that there are no more than 676 of them.
    String country = flow.country();
    if (country.length() == COUNTRY_CODE_LENGTH
        && isLetter(country.charAt(0))
        && isLetter(country.charAt(1))) {
      countries.merge(country, 1L, Long::sum);
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** The counts; of the ports those with the most flows, the lower port first where they tie. */
  Frequencies toFrequencies() {
    Map<Integer, Long> seen = new TreeMap<>();
    for (int port = 0; port < ports.length; port++) {
      if (ports[port] > 0) {
        seen.put(port, ports[port]);
      }
    }
    TreeMap<Integer, Long> kept = new TreeMap<>();
    seen.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(KEPT_PORTS)
        .forEach(port -> kept.put(port.getKey(), port.getValue()));
    return new Frequencies(kept, new TreeMap<>(countries));
  }
}
