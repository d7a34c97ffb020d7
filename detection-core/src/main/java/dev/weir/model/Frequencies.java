package dev.weir.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Flows of the training history by destination port and by source country.
 *
 * @param ports flows by port
 * @param countries flows by country
 */
public record Frequencies(SortedMap<Integer, Long> ports, SortedMap<String, Long> countries) {

  /** Keeps maps of its own. */
  public Frequencies {
    ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    countries = Collections.unmodifiableSortedMap(new TreeMap<>(countries));
  }

  /** Of a history without ports and countries. */
  public static Frequencies none() {
    return new Frequencies(new TreeMap<>(Map.of()), new TreeMap<>(Map.of()));
  }
}
