package dev.weir.finding;

import java.util.Locale;

/** Severity in a word. */
public enum Level {
  /** Below 40: worth keeping. */
  LOW(0),
  /** From 40: when there is time. */
  MEDIUM(40),
  /** From 60: today. */
  HIGH(60),
  /** From 80: now. */
  CRITICAL(80);

  private final int from;
  private final String id = name().toLowerCase(Locale.ROOT);

  Level(int from) {
    this.from = from;
  }

  /** The level of a severity from 0 to 100. */
  public static Level of(int severity) {
    Level found = LOW;
    for (Level level : values()) {
      found = severity >= level.from ? level : found;
    }
    return found;
  }

  /** The least severity that has it. */
  public int from() {
    return from;
  }

  /** The name in documents. */
  public String id() {
    return id;
  }
}
