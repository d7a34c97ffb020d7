package dev.weir.flow;

import java.util.Locale;

/** Whether a flow between two of the network's own ends may be logged at another interface too. */
public enum Sight {
  /** The only one, or the one of two that is to be counted. */
  SINGLE,
  /** Nobody knows at which of its two ends the flow was seen: it is counted, perhaps twice. */
  UNKNOWN,
  /** Unknown, and another interface has lately logged the same ends: most likely counted twice. */
  REPEATED;

  private static final Sight[] VALUES = values();

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in JSON. */
  String id() {
    return id;
  }

  /** The sight of that name; single for any other, as in logs of two-way records. */
  public static Sight of(String id) {
    for (Sight sight : VALUES) {
      if (sight.id.equals(id)) {
        return sight;
      }
    }
    return SINGLE;
  }
}
