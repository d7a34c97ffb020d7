package dev.weir.flow;

import java.util.Locale;

/** Why an entry could not become a flow. Closed: metrics, documents and tools rely on the names. */
public enum DeadLetterReason {
  /** The message is not of the configured format at all. */
  MALFORMED,
  /** Longer than a message may be. */
  TOO_LARGE,
  /** A field without which there is no flow is absent: source address or time. */
  MISSING_FIELD,
  /** A record with fewer or more fields than its format has. */
  FIELD_COUNT,
  /** An address that is not one. */
  BAD_ADDRESS,
  /** A number that is none, is negative or does not fit. */
  BAD_NUMBER,
  /** A port outside 0 to 65535 or a protocol outside 0 to 255. */
  OUT_OF_RANGE,
  /** A time that cannot be read, or lies outside the years that logs come from. */
  BAD_TIME,
  /** The end lies before the start. */
  END_BEFORE_START,
  /** The event time lies further beyond the transport's own time than clocks may differ. */
  FUTURE_TIME,
  /** A value outside the closed set that its field has, such as an unknown action. */
  BAD_VALUE;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics, JSON and documents. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
