package dev.weir.decode;

import java.util.Locale;

/** What decoders mend without asking, since it can't change what a value means. */
public enum Repair {
  /** Blanks around a value. */
  BLANKS,
  /** The zone behind an IPv6 address. */
  IPV6_ZONE,
  /** An address in capitals, not shortened, or an IPv4 address written as an IPv6 one. */
  ADDRESS_FORM,
  /** A word of a closed set in another case than the log's own. */
  LETTER_CASE;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics and documents. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
