package dev.weir.flow;

import java.util.Locale;

/**
 * A sound flow that must not be counted. It is decoded and accounted for, and goes into no window.
 */
public enum SetAside implements Entry {
  /** The second sight of a flow that is logged at both of its interfaces. */
  DUPLICATE_VANTAGE,
  /** An event of a log subscription that was delivered before. */
  DUPLICATE_EVENT,
  /** A flow whose label says that an evaluation is to leave it out. */
  LABEL_IGNORED;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics, JSON and documents. */
  public String id() {
    return id;
  }

  /** Whether the same flow is counted elsewhere; the others are excluded. */
  public boolean isDuplicate() {
    return this != LABEL_IGNORED;
  }

  @Override
  public String toString() {
    return id;
  }
}
