package dev.weir.flow;

import java.util.Locale;

/** What a labelled log says of a flow, or of a window; for evaluations only, never for scores. */
public enum Truth {
  /** Nobody says. */
  UNKNOWN,
  NORMAL,
  ANOMALOUS;

  private final String id = name().toLowerCase(Locale.ROOT);

  private static final Truth[] VALUES = values();

  /** The name in JSON. */
  public String id() {
    return id;
  }

  /** The truth of that name; unknown for any other. */
  public static Truth of(String id) {
    for (Truth truth : VALUES) {
      if (truth.id.equals(id)) {
        return truth;
      }
    }
    return UNKNOWN;
  }

  /** The stronger of two: what is anomalous in part is anomalous. */
  public Truth or(Truth other) {
    return VALUES[Math.max(ordinal(), other.ordinal())];
  }
}
