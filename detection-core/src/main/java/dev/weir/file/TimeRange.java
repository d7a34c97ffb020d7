package dev.weir.file;

import dev.weir.flow.UsageException;
import java.time.Instant;

/**
 * A stretch of time, half-open.
 *
 * @param from its first moment; null for the beginning of all
 * @param to the first moment after it; null for no end
 */
public record TimeRange(Instant from, Instant to) {

  /** All of time. */
  public static final TimeRange ALL = new TimeRange(null, null);

  /** Refuses what holds no moment. */
  public TimeRange {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new UsageException("--from is " + from + ", which is not before --to, " + to);
    }
  }

  /** Whether it has neither a beginning nor an end. */
  public boolean isAll() {
    return from == null && to == null;
  }

  /** Whether it has a moment in common with the half-open stretch between the two. */
  public boolean overlaps(Instant first, Instant afterLast) {
    return (to == null || first.isBefore(to)) && (from == null || from.isBefore(afterLast));
  }
}
