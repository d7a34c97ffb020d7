package dev.weir.alert;

import java.util.Locale;

/** A severity in a word. The borders are spelled out in docs/alerts.md. */
public enum Level {
  LOW(0),
  MEDIUM(40),
  HIGH(60),
  CRITICAL(80);

  private final int from;
  private final String id = name().toLowerCase(Locale.ROOT);

  Level(int from) {
    this.from = from;
  }

  /** The word for a severity of 0 to 100. */
  public static Level of(int severity) {
    Level level = LOW;
    for (Level candidate : values()) {
      if (severity >= candidate.from) {
        level = candidate;
      }
    }
    return level;
  }

  /** The name in documents. */
  public String id() {
    return id;
  }
}
