package dev.weir.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Flows of the training history by destination port and by source country.
 *
 * @param ports flows by port
 * @param countries flows by country
 */
public record Frequencies(SortedMap<Integer, Long> ports, SortedMap<String, Long> countries) {

  private static final int MAX_PORT = 65_535;

  /** Keeps maps of its own; refuses counts and ports that there are not. */
  public Frequencies {
    ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    countries = Collections.unmodifiableSortedMap(new TreeMap<>(countries));
    if (ports.keySet().stream().anyMatch(port -> port < 0 || port > MAX_PORT)) {
      throw new IllegalArgumentException("flows to a port that is none");
    }
    if (Stream.concat(ports.values().stream(), countries.values().stream()).anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("a negative count of flows");
    }
  }

  /** Of a history without ports and countries. */
  public static Frequencies none() {
    return new Frequencies(new TreeMap<>(Map.of()), new TreeMap<>(Map.of()));
  }
}
