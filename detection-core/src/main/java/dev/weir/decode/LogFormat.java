package dev.weir.decode;

import java.time.Duration;
import java.util.Locale;

/**
 * How messages are written, and what follows from it for time. A format is configured, never
 * guessed.
 */
public enum LogFormat {
  /**
   * One JSON object a message, by default with the field names of the CloudWatch web traffic
   * exports.
   */
  JSON(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(1)),
  /** One line of comma-separated values a message. */
  CSV(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(1)),
  /** One line of a Zeek conn log, its columns separated by tabs. */
  ZEEK(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(1)),
  /** One line of an AWS VPC Flow Log a message. */
  VPC_FLOW_LOG(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10)),
  /** A CloudWatch Logs subscription's envelope of many events a message. */
  CLOUDWATCH(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10));

  private final Duration window;
  private final Duration outOfOrderness;
  private final Duration idleness;

  LogFormat(Duration window, Duration outOfOrderness, Duration idleness) {
    this.window = window;
    this.outOfOrderness = outOfOrderness;
    this.idleness = idleness;
  }

  /** The name on command lines and in documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The window that a model has if the user names none. */
  public Duration window() {
    return window;
  }

  /** How far flows of a stream may arrive out of order before they are late. */
  public Duration outOfOrderness() {
    return outOfOrderness;
  }

  /** How long a partition may be silent before the others no longer wait for it. */
  public Duration idleness() {
    return idleness;
  }

  /** Whether logs may tell of times whose records were lost. */
  public boolean tellsGaps() {
    return this == VPC_FLOW_LOG || this == CLOUDWATCH;
  }

  @Override
  public String toString() {
    return id();
  }
}
