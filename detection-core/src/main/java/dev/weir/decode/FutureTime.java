package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import java.time.Instant;

/** The dead letter of a flow that a wild clock dated too far in the future. */
public final class FutureTime {

  private FutureTime() {}

  /**
   * Reports it with the event that the flow came from, or else the whole message.
   *
   * @param latest epoch milliseconds that are still believed
   * @param event null where the flow came from no event
   */
  public static void report(
      FlowRecord flow,
      long latest,
      LogEvent event,
      byte[] message,
      int offset,
      int length,
      EntryCollector out) {
    String detail =
        "event time %s lies beyond %s, the latest that is believed; check the sender's clock"
            .formatted(Instant.ofEpochMilli(flow.eventTime()), Instant.ofEpochMilli(latest));
    if (event == null) {
      out.deadLetter(DeadLetterReason.FUTURE_TIME, detail, message, offset, length);
    } else {
      byte[] payload = event.payload();
      out.deadLetter(DeadLetterReason.FUTURE_TIME, detail, payload, 0, payload.length);
    }
  }
}
