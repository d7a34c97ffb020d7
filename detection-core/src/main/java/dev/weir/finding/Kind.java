package dev.weir.finding;

import java.util.Locale;

/** Which view of the flows something was found in. */
public enum Kind {
  SOURCE,
  TARGET,
  PAIR,
  /** The model no longer fits the traffic. */
  MODEL;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in documents. */
  public String id() {
    return id;
  }
}
