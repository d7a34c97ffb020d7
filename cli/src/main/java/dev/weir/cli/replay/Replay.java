package dev.weir.cli.replay;

import dev.weir.decode.LogOptions;
import dev.weir.flow.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to replay, and how.
 *
 * @param input files, and folders of files
 * @param logs how they are written
 * @param order which line comes first
 * @param speed times real time; 0 for as fast as possible
 * @param quiet without a progress bar
 * @param maxDisorder how far lines are sorted at most: memory holds the lines of this much time
 */
public record Replay(
    List<Path> input,
    LogOptions logs,
    Order order,
    double speed,
    boolean quiet,
    Duration maxDisorder) {

  /** Refuses what no replay can keep to. */
  public Replay {
    input = List.copyOf(input);
    if (!(speed >= 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new UsageException(
          "--speed is " + speed + "; give a multiple of real time, or 0 for as fast as possible");
    }
  }

  /** Files by event time, as fast as possible. */
  public static Replay of(List<Path> input, LogOptions logs) {
    return new Replay(input, logs, Order.TIME, 0, true, Duration.ofHours(24));
  }

  /** The same at another speed. */
  public Replay atSpeed(double other) {
    return new Replay(input, logs, order, other, quiet, maxDisorder);
  }
}
