package dev.weir.alert;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is told of an incident, at one moment of it.
 *
 * @param incident as it was then
 * @param reason null unless the incident was closed
 * @param emittedAt when it was told, epoch milliseconds
 */
public record Alert(Incident incident, Status status, CloseReason reason, long emittedAt) {

  private static final Status[] STATUSES = Status.values();
  private static final CloseReason[] REASONS = CloseReason.values();
  private static final int NO_REASON = 255;

  /** Of an incident that goes on changing: the alert does not. */
  public static Alert of(Incidents.Outcome outcome, long emittedAt) {
    return new Alert(outcome.incident().copy(), outcome.status(), outcome.reason(), emittedAt);
  }

  /**
   * Tells it from the other alerts of its incident, for stores that keep one message of an id; when
   * it is repeated it has the same.
   */
  String id() {
    return String.join(
        "-",
        incident.id(),
        status.id(),
        String.valueOf(incident.windows()),
        String.valueOf(incident.volume().flows()));
  }

  /** Whether the window that it tells of was open: nothing is when an incident is closed. */
  boolean early() {
    return status != Status.CLOSE && incident.latest().early();
  }

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    incident.write(out);
    out.writeByte(status.ordinal());
    out.writeByte(reason == null ? NO_REASON : reason.ordinal());
    out.writeLong(emittedAt);
  }

  /** Reads what {@link #write} wrote. */
  public static Alert read(DataInput in) throws IOException {
    Incident incident = Incident.read(in);
    Status status = STATUSES[DetectionBytes.index(in, STATUSES.length, "status")];
    int reason = in.readUnsignedByte();
    if (reason != NO_REASON && reason >= REASONS.length) {
      throw new IOException(reason + " is no reason: these bytes are not of an alert");
    }
    return new Alert(incident, status, reason == NO_REASON ? null : REASONS[reason], in.readLong());
  }
}
