package dev.weir.flow;

import java.util.Locale;

/** An entry that rightly holds no flow. Counted by reason, and costs nothing else. */
public enum Ignored implements Entry {
  /** A line without a visible character. */
  EMPTY_LINE,
  /** The line that names a file's columns. */
  HEADER,
  /** A record of another log than that of flows, in a stream or folder that holds several. */
  OTHER_LOG,
  /** A VPC flow log's NODATA: the interface saw no traffic. */
  NO_DATA,
  /**
   * A VPC flow log's SKIPDATA: records were lost before they were written. Blindness, not silence.
   */
  SKIP_DATA,
  /** A subscription's probe of whether its destination can be reached. */
  CONTROL_MESSAGE,
  /** A sound envelope in which there is no event. */
  NO_EVENTS;

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
