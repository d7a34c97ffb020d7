package dev.weir.network;

import dev.weir.flow.AddressBits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Prefixes that have names, of which one may lie within another. Immutable. A look-up is a binary
 * search and then a step outwards for each prefix that the found one lies within: a hundred
 * thousand prefixes cost what seventeen do.
 */
public final class NamedPrefixes implements Serializable {

  /** Holds nothing. */
  public static final NamedPrefixes EMPTY = of(List.of());

  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private final Bounds[] bounds;
  private final String[] names;

  /** For each prefix the next one around it. */
  private final int[] around;

  private NamedPrefixes(List<Named> sorted) {
    bounds = sorted.stream().map(named -> Bounds.of(named.prefix())).toArray(Bounds[]::new);
    names = sorted.stream().map(Named::name).toArray(String[]::new);
    around = new int[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      int outer = i - 1;
      while (outer != NONE && !bounds[outer].hold(bounds[i].firstHigh, bounds[i].firstLow)) {
        outer = around[outer];
      }
      around[i] = outer;
    }
  }

  /** A prefix and what it is called. */
  public record Named(Cidr prefix, String name) {}

  /** Prefixes in any order. */
  public static NamedPrefixes of(List<Named> prefixes) {
    Comparator<Named> byStart =
        Comparator.comparing((Named named) -> named.prefix().high(), Long::compareUnsigned)
            .thenComparing(named -> named.prefix().low(), Long::compareUnsigned)
            .thenComparing(named -> named.prefix().length())
            .thenComparing(Named::name);
    List<Named> sorted = new ArrayList<>(prefixes);
    sorted.sort(byStart);
    return new NamedPrefixes(sorted);
  }

  /** The names of all prefixes that hold an address, each once, in alphabetical order. */
  public List<String> namesOf(AddressBits address) {
    List<String> found = new ArrayList<>();
    int at = lastFrom(address.high(), address.low());
    for (; at != NONE; at = around[at]) {
      if (bounds[at].hold(address.high(), address.low())) {
        found.add(names[at]);
      }
    }
    return found.stream().distinct().sorted().toList();
  }

  private int lastFrom(long high, long low) {
    int from = 0;
    int to = bounds.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      if (Bounds.compare(bounds[middle].firstHigh, bounds[middle].firstLow, high, low) > 0) {
        to = middle - 1;
      } else {
        from = middle + 1;
      }
    }
    return to;
  }

  /** How many prefixes there are. */
  public int size() {
    return bounds.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedPrefixes that
        && Arrays.equals(bounds, that.bounds)
        && Arrays.equals(names, that.names);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bounds) + Arrays.hashCode(names);
  }

  /** Both ends of a prefix, spelled out. */
  private record Bounds(long firstHigh, long firstLow, long lastHigh, long lastLow)
      implements Serializable {

    static Bounds of(Cidr prefix) {
      return new Bounds(prefix.high(), prefix.low(), prefix.lastHigh(), prefix.lastLow());
    }

    boolean hold(long high, long low) {
      return compare(high, low, firstHigh, firstLow) >= 0
          && compare(high, low, lastHigh, lastLow) <= 0;
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
      int byHigh = Long.compareUnsigned(high, otherHigh);
      return byHigh == 0 ? Long.compareUnsigned(low, otherLow) : byHigh;
    }
  }
}
