package dev.weir.feature;

import dev.weir.flow.Durations;
import dev.weir.flow.UsageException;
import java.time.Duration;

/**
 * Half-open event-time windows aligned to the epoch: [k * slide, k * slide + size). The one place
 * where window arithmetic is done, for the trainer and the job alike.
 *
 * @param size milliseconds that a window covers
 * @param slide milliseconds from one window's start to the next; equal to size where windows tumble
 */
public record WindowSpec(long size, long slide) {

  /** No window may be longer: state grows with it. */
  public static final long MAX_SIZE = 7L * 24 * 60 * 60 * 1000;

  /** A flow may belong to at most so many windows. */
  public static final int MAX_OVERLAP = 60;

  /** Refuses windows that leave gaps, overlap beyond reason or are empty. */
  public WindowSpec {
    if (size < 1000 || size > MAX_SIZE) {
      throw new UsageException(
          String.format("a window of %s is not between 1s and 7d (--window)", text(size)));
    }
    if (slide < 1 || slide > size) {
      throw new UsageException(
          String.format(
              "a slide of %s is not between 1ms and the window's %s (--slide)",
              text(slide), text(size)));
    }
    if ((size + slide - 1) / slide > MAX_OVERLAP) {
      throw new UsageException(
          String.format(
              "a window of %s sliding by %s puts each flow into more than %d windows;"
                  + " choose a longer --slide",
              text(size), text(slide), MAX_OVERLAP));
    }
  }

  private static String text(long millis) {
    return Durations.format(Duration.ofMillis(millis));
  }

  /** Windows that touch and never overlap. */
  public static WindowSpec tumbling(long size) {
    return new WindowSpec(size, size);
  }

  /** Start of the last window that holds this time; the others precede it by whole slides. */
  public long lastStart(long eventTime) {
    return Math.floorDiv(eventTime, slide) * slide;
  }

  /**
   * Start of the first window that holds this time and has not closed. A flow falls in this window
   * and every one after it up to {@link #lastStart}; where it lies beyond that, the flow is late.
   */
  public long firstOpenStart(long eventTime, long watermark) {
    long stillOpen = Math.max(eventTime, Math.min(watermark, Long.MAX_VALUE - 1) + 1);
    return Math.floorDiv(stillOpen - size, slide) * slide + slide;
  }

  /** The last event time of the window that starts there: its timer's time. */
  public long lastTime(long windowStart) {
    return windowStart + size - 1;
  }

  /** Whether the window that starts there has closed: nothing more is let in. */
  public boolean closed(long windowStart, long watermark) {
    return lastTime(windowStart) <= watermark;
  }

  /**
   * Whether a window is one of those that touch and never overlap: all where windows tumble, every
   * third where a minute slides by twenty seconds. Of a slide that does not divide the size they
   * overlap a little.
   */
  public boolean tiles(long windowStart) {
    return Math.floorMod(Math.floorDiv(windowStart, slide), size / slide) == 0;
  }

  /** End of the last window that has closed, exclusive. */
  public long lastClosedEnd(long watermark) {
    return Math.floorDiv(watermark + 1 - size, slide) * slide + size;
  }

  /**
   * How far event time has come: no flow before this time, or at it, is waited for any more.
   *
   * @param latestEventTime of the flows so far
   * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
   */
  public static long watermark(long latestEventTime, long outOfOrderness) {
    return latestEventTime - outOfOrderness - 1;
  }

  @Override
  public String toString() {
    return text(size) + (slide == size ? "" : " sliding by " + text(slide));
  }
}
