package dev.weir.file;

import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the user says about the times in files; the same in every command that reads a history. */
public final class TimeOptions {

  @Mixin private MaxDisorder maxDisorder;

  @Option(
      names = "--max-future",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description =
          "Flows further in the future than this, by the clock of this machine, are dead letters,"
              + " unless most flows are. Default: ${DEFAULT-VALUE}")
  private Duration maxFuture;

  /** For picocli. */
  public TimeOptions() {}

  /** The bounds at that time of the clock, in epoch milliseconds. */
  public TimeBounds at(long now) {
    return new TimeBounds(maxDisorder.value().toMillis(), now + maxFuture.toMillis());
  }
}
