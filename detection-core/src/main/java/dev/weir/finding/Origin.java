package dev.weir.finding;

import java.util.Locale;

/** Who spoke. */
public enum Origin {
  /** The forest alone: no name fits. */
  SCORE,
  /** A signature alone: a view that no forest judges, or an option that asks for no score. */
  SIGNATURE,
  /** Both. */
  BOTH;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in documents. */
  public String id() {
    return id;
  }
}
