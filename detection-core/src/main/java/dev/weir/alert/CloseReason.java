package dev.weir.alert;

import java.util.Locale;

/** Why an incident was closed. */
public enum CloseReason {
  /** Nothing was found for as long as the quiet period lasts. */
  QUIET,
  /** The input ended before that. */
  INPUT_ENDED;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in documents. */
  public String id() {
    return id;
  }
}
