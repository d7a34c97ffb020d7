package dev.weir.flow;

import java.util.List;

/**
 * Flows that nobody will ever tell of: an interface's records of a while were lost before they were
 * written. Blindness, not silence. It counts as the ignored entry that it is ({@link
 * Ignored#SKIP_DATA}).
 *
 * @param scope of the interface's private addresses; empty where it is not known
 * @param addresses the interface's own in canonical text; empty where they are not known
 * @param start first instant of it, epoch milliseconds
 * @param end first instant after it, epoch milliseconds
 */
public record Gap(String scope, List<String> addresses, long start, long end) implements Entry {

  /** An interface may have more; then it is known by its scope. */
  public static final int MOST_ADDRESSES = 64;

  /** Refuses what is none. */
  public Gap {
    if (start >= end) {
      throw new IllegalArgumentException("a gap from " + start + " to " + end);
    }
    scope = BoundedText.head(scope, FlowRecord.MAX_TEXT);
    addresses = addresses.size() > MOST_ADDRESSES ? List.of() : List.copyOf(addresses);
  }
}
