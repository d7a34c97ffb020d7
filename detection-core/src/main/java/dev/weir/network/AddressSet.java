package dev.weir.network;

import dev.weir.flow.AddressBits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranges of addresses, IPv4 and IPv6 alike, sorted and apart. A look-up is a binary search over
 * four arrays of numbers and makes no objects.
 */
public final class AddressSet implements Serializable {

  /** Holds nothing. */
  public static final AddressSet EMPTY = of(List.of());

  private static final long serialVersionUID = 1L;

  private final long[] firstHigh;
  private final long[] firstLow;
  private final long[] lastHigh;
  private final long[] lastLow;

  private AddressSet(List<Cidr> apart) {
    firstHigh = apart.stream().mapToLong(Cidr::high).toArray();
    firstLow = apart.stream().mapToLong(Cidr::low).toArray();
    lastHigh = apart.stream().mapToLong(Cidr::lastHigh).toArray();
    lastLow = apart.stream().mapToLong(Cidr::lastLow).toArray();
  }

  /** A set of prefixes in any order; of two that overlap one holds the other. */
  public static AddressSet of(List<Cidr> prefixes) {
    List<Cidr> apart = new ArrayList<>();
    prefixes.stream()
        .sorted(
            Comparator.comparing(Cidr::high, Long::compareUnsigned)
                .thenComparing(Cidr::low, Long::compareUnsigned)
                .thenComparing(Cidr::length))
        .filter(next -> apart.isEmpty() || !holds(apart.get(apart.size() - 1), next))
        .forEach(apart::add);
    return new AddressSet(apart);
  }

  private static boolean holds(Cidr outer, Cidr inner) {
    return compare(inner.high(), inner.low(), outer.lastHigh(), outer.lastLow()) <= 0;
  }

  /** Whether an address lies in one of the ranges. */
  public boolean contains(AddressBits address) {
    return contains(address.high(), address.low(), address.high(), address.low());
  }

  /** Whether all addresses of a prefix lie in one of the ranges. */
  public boolean contains(Cidr prefix) {
    return contains(prefix.high(), prefix.low(), prefix.lastHigh(), prefix.lastLow());
  }

  /** Whether any address of a prefix lies in one of the ranges. */
  public boolean overlaps(Cidr prefix) {
    int last = lastFrom(prefix.lastHigh(), prefix.lastLow());
    return last >= 0 && compare(lastHigh[last], lastLow[last], prefix.high(), prefix.low()) >= 0;
  }

  private boolean contains(long high, long low, long untilHigh, long untilLow) {
    int range = lastFrom(high, low);
    return range >= 0 && compare(untilHigh, untilLow, lastHigh[range], lastLow[range]) <= 0;
  }

  /** The last range that begins no later than an address; -1 where none does. */
  private int lastFrom(long high, long low) {
    int from = 0;
    int to = firstHigh.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      if (compare(firstHigh[middle], firstLow[middle], high, low) > 0) {
        to = middle - 1;
      } else {
        from = middle + 1;
      }
    }
    return to;
  }

  /** Whether it holds nothing. */
  public boolean isEmpty() {
    return firstHigh.length == 0;
  }

  /** The ranges as prefixes, in their order. */
  public List<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>();
    for (int i = 0; i < firstHigh.length; i++) {
      long high = firstHigh[i] ^ lastHigh[i];
      int length =
          high == 0
              ? Long.SIZE + Long.numberOfLeadingZeros(firstLow[i] ^ lastLow[i])
              : Long.numberOfLeadingZeros(high);
      prefixes.add(new Cidr(firstHigh[i], firstLow[i], length));
    }
    return prefixes;
  }

  /** The ranges in one text: equal for sets that hold the same ranges. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < firstHigh.length; i++) {
      text.append(AddressBits.ipv6(firstHigh[i], firstLow[i]))
          .append('-')
          .append(AddressBits.ipv6(lastHigh[i], lastLow[i]))
          .append(' ');
    }
    return text.toString();
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    int byHigh = Long.compareUnsigned(high, otherHigh);
    return byHigh == 0 ? Long.compareUnsigned(low, otherLow) : byHigh;
  }
}
