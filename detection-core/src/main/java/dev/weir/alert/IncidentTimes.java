package dev.weir.alert;

import dev.weir.finding.Detection;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** When an incident was seen and when it could not be, in epoch milliseconds. Mutable. */
final class IncidentTimes {

  /** Far beyond any time. */
  static final long NOT_CLOSED = Long.MAX_VALUE;

  private long firstSeen = Long.MAX_VALUE;
  private long lastSeen = Long.MIN_VALUE;
  private long activeUntil = Long.MIN_VALUE;
  private long blindUntil = Long.MIN_VALUE;
  private long closedAt = NOT_CLOSED;

  void take(Detection found) {
    firstSeen = Math.min(firstSeen, found.firstSeen());
    lastSeen = Math.max(lastSeen, found.lastSeen());
    activeUntil = Math.max(activeUntil, found.windowEnd());
  }

  /** Until then it may have gone on unseen. */
  void notSeenUntil(long time) {
    blindUntil = Math.max(blindUntil, time);
  }

  void closeAt(long time) {
    closedAt = time;
  }

  void reopen() {
    closedAt = NOT_CLOSED;
  }

  /** The time of the first flow. */
  long firstSeen() {
    return firstSeen;
  }

  /** The time of the last flow. */
  long lastSeen() {
    return lastSeen;
  }

  /** End of the last window in which anything was found. */
  long activeUntil() {
    return activeUntil;
  }

  /** Since when nothing is known to have been found. */
  long quietSince() {
    return Math.max(activeUntil, blindUntil);
  }

  /** When it was closed; far off while it is open. */
  long closedAt() {
    return closedAt;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(firstSeen);
    out.writeLong(lastSeen);
    out.writeLong(activeUntil);
    out.writeLong(blindUntil);
    out.writeLong(closedAt);
  }

  static IncidentTimes read(DataInput in) throws IOException {
    IncidentTimes read = new IncidentTimes();
    read.firstSeen = in.readLong();
    read.lastSeen = in.readLong();
    read.activeUntil = in.readLong();
    read.blindUntil = in.readLong();
    read.closedAt = in.readLong();
    return read;
  }
}
