package dev.weir.decode;

import java.util.Objects;

/**
 * How one log writes values, where that differs from log to log.
 *
 * @param time of all its times
 * @param opaque whether addresses are names that mean nothing to Weir, such as AS numbers
 * @param labels what its label says, or null where it has none
 * @param logKind of the records that are flows; null where all are
 * @param icmpInPorts whether the ports of ICMP hold its type and code
 */
record Conventions(
    TimeFormat time, boolean opaque, Labels labels, LogKind logKind, boolean icmpInPorts) {

  /** As logs in Weir's own names are. */
  static final Conventions PLAIN = new Conventions(TimeFormat.AUTO, false, null, null, false);

  Conventions {
    Objects.requireNonNull(time, "time");
  }
}
