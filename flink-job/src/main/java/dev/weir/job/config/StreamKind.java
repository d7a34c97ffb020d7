package dev.weir.job.config;

import java.util.Locale;

/** What kind of stream the logs are in. */
public enum StreamKind {
  /** A topic of Kafka's. */
  KAFKA,
  /** A Kinesis data stream. */
  KINESIS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
