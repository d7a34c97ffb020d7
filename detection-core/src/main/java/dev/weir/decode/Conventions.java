package dev.weir.decode;

import java.util.Objects;

/**
 * How one log writes values, where that differs from log to log.
 *
 * @param time of all its times
 * @param opaque whether addresses are names that mean nothing to Weir, such as AS numbers
 * @param labels what its label says, or null where it has none
 * @param logKind what the field that tells the kind of a record must say; null where all are flows
 * @param icmpInPorts whether the ports of ICMP hold its type and code
 */
record Conventions(
    TimeFormat time, boolean opaque, Labels labels, String logKind, boolean icmpInPorts) {

  /** As logs in Weir's own names are. */
  static final Conventions PLAIN = new Conventions(TimeFormat.AUTO, false, null, null, false);

  Conventions {
    Objects.requireNonNull(time, "time");
  }
}
