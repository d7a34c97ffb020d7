package dev.weir.decode;

import java.util.EnumMap;
import java.util.Map;

/** Counts flows in which something was mended, by what it was. */
public final class RepairCounts {
  private final Map<Repair, Long> counts = new EnumMap<>(Repair.class);

  /** Counts one. */
  public void add(Repair repair) {
    counts.merge(repair, 1L, Long::sum);
  }

  /** Adds what another counted. */
  public void addAll(RepairCounts other) {
    other.counts.forEach((repair, count) -> counts.merge(repair, count, Long::sum));
  }

  /** Whether nothing was mended. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The counts that are not 0. */
  public Map<Repair, Long> counts() {
    return Map.copyOf(counts);
  }

  /** Such as {@code {blanks=3}}. */
  @Override
  public String toString() {
    return counts.toString();
  }
}
