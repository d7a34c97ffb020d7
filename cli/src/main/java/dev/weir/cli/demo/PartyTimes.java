package dev.weir.cli.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How far the broker was, in event time, with the flows of some addresses. */
final class PartyTimes {

  private final Map<String, NavigableMap<Long, Long>> newest = new HashMap<>();

  /** Of these addresses only. */
  PartyTimes(Collection<String> addresses) {
    addresses.forEach(address -> newest.put(address, new TreeMap<>()));
  }

  /** A flow of that address was appended; both in epoch milliseconds. */
  void add(String address, long eventTime, long appended) {
    NavigableMap<Long, Long> times = newest.get(address);
    if (times != null) {
      times.merge(appended, eventTime, Math::max);
    }
  }

  /**
   * The newest event time among the flows of that address that the broker had by then.
   *
   * @return epoch milliseconds; {@link Long#MIN_VALUE} where it had none, or nobody asked about it
   */
  long newest(String address, long time) {
    NavigableMap<Long, Long> times = newest.getOrDefault(address, new TreeMap<>());
    return times.headMap(time, true).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
