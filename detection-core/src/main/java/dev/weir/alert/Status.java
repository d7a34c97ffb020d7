package dev.weir.alert;

import java.util.Locale;

/** What an alert tells of its incident. */
public enum Status {
  OPEN,
  UPDATE,
  CLOSE;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in documents. */
  public String id() {
    return id;
  }
}
