package dev.weir.job.source;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.Repair;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes on the entries of one message after another, each as a value of its own, and turns away
 * flows from the future: one bad clock would drag the watermark and make every other flow late.
 */
public final class EntryEmitter implements EntryCollector {

  private final long maxFutureMillis;
  private final Consumer<Repair> repairs;
  private Consumer<Entry> out;
  private Supplier<String> origin;
  private long receivedTime;
  private byte[] message;
  private int offset;
  private int length;

  /**
   * Emits nothing yet.
   *
   * @param maxFutureMillis how far an event time may lie beyond the transport's own
   * @param repairs is told what was mended in flows
   */
  public EntryEmitter(long maxFutureMillis, Consumer<Repair> repairs) {
    this.maxFutureMillis = maxFutureMillis;
    this.repairs = repairs;
  }

  /** The same where nobody asks what was mended. */
  public EntryEmitter(long maxFutureMillis) {
    this(maxFutureMillis, repair -> {});
  }

  /**
   * Makes ready for the next message.
   *
   * @param origin asked for dead letters only
   * @param receivedTime epoch milliseconds, or {@link FlowRecord#ABSENT}: then nothing is too far
   *     in the future
   */
  public EntryEmitter message(
      byte[] message,
      int offset,
      int length,
      long receivedTime,
      Supplier<String> origin,
      Consumer<Entry> out) {
    this.message = message;
    this.offset = offset;
    this.length = length;
    this.receivedTime = receivedTime;
    this.origin = origin;
    this.out = out;
    return this;
  }

  @Override
  public void flow(FlowRecord flow) {
    if (receivedTime != FlowRecord.ABSENT && flow.eventTime() - receivedTime > maxFutureMillis) {
      deadLetter(
          DeadLetterReason.FUTURE_TIME,
          "event time "
              + Instant.ofEpochMilli(flow.eventTime())
              + " lies beyond "
              + Instant.ofEpochMilli(receivedTime)
              + ", when the message was received",
          message,
          offset,
          length);
    } else {
      out.accept(flow);
    }
  }

  @Override
  public void repaired(Repair repair) {
    repairs.accept(repair);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    out.accept(reason);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int from, int count) {
    out.accept(DeadLetter.of(reason, detail, origin.get(), receivedTime, buffer, from, count));
  }

  @Override
  public void ignored(Ignored reason) {
    out.accept(reason);
  }
}
