package dev.weir.flow;

import java.util.Arrays;
import java.util.Objects;

/**
 * An entry that could not become a flow, kept with the reason so that people can mend its source.
 *
 * @param reason the kind of fault
 * @param detail what exactly was wrong, for a person, cut at {@link #MAX_DETAIL} characters
 * @param origin where the entry came from: topic-partition-offset, stream-shard-sequence,
 *     file:line; of one longer than {@link #MAX_ORIGIN} characters the end, which tells most
 * @param receivedTime the transport's own time in epoch milliseconds, {@link FlowRecord#ABSENT}
 *     where it has none
 * @param payload the entry's bytes, cut at {@link #MAX_PAYLOAD}
 * @param truncated whether the payload was cut
 */
@SuppressWarnings("ArrayRecordComponent") // equal by content: see equals
public record DeadLetter(
    DeadLetterReason reason,
    String detail,
    String origin,
    long receivedTime,
    byte[] payload,
    boolean truncated)
    implements Entry {

  /** No more bytes of the payload than these are kept. */
  public static final int MAX_PAYLOAD = 64 * 1024;

  /** Longest detail, in characters. */
  public static final int MAX_DETAIL = 500;

  /** Longest origin, in characters: any path that a file system takes, and a line. */
  public static final int MAX_ORIGIN = 5000;

  /** Rejects what would not have bounded bytes. */
  public DeadLetter {
    Objects.requireNonNull(reason, "reason");
    if (detail.length() > MAX_DETAIL
        || origin.length() > MAX_ORIGIN
        || payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("a dead letter beyond its bounds");
    }
  }

  /** Copies the payload out of a buffer that will be reused, and cuts what is too long. */
  public static DeadLetter of(
      DeadLetterReason reason,
      String detail,
      String origin,
      long receivedTime,
      byte[] buffer,
      int offset,
      int length) {
    int kept = Math.min(length, MAX_PAYLOAD);
    byte[] payload = Arrays.copyOfRange(buffer, offset, offset + kept);
    return new DeadLetter(
        reason,
        BoundedText.head(detail, MAX_DETAIL),
        BoundedText.tail(origin, MAX_ORIGIN),
        receivedTime,
        payload,
        kept < length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeadLetter that
        && reason == that.reason
        && detail.equals(that.detail)
        && origin.equals(that.origin)
        && receivedTime == that.receivedTime
        && truncated == that.truncated
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reason, detail, origin, receivedTime, truncated, Arrays.hashCode(payload));
  }
}
