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

  private final long[] ports = new long[65536];
  private final Map<String, Long> countries = new HashMap<>();

  void add(FlowRecord flow) {
    if (flow.side() != Side.RESPONDER) {
      addTo(flow.dstPort(), 1);
      addFrom(flow.country(), 1);
    }
  }

  /** Adds flows to a port; to none where it is absent. */
  void addTo(int port, long flows) {
    if (port != FlowRecord.ABSENT) {
      ports[port] += flows;
    }
  }

  /** Adds flows from a country; from none where it is empty. */
  void addFrom(String country, long flows) {
    if (!country.isEmpty()) {
      countries.merge(country, flows, Long::sum);
    }
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
