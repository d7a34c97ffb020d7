package dev.weir.job.source;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.FutureTime;
import dev.weir.decode.LogEvent;
import dev.weir.decode.Repair;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
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
  private LogEvent event;

  /** Null where repeats are not to be known. */
  private String split;

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
    event = null;
    return this;
  }

  /** Lets flows of events carry what a repeat from the same split can be known by. */
  public void repeatsFrom(String name) {
    split = name;
  }

  @Override
  public void event(LogEvent current) {
    event = current;
  }

  @Override
  public void flow(FlowRecord flow) {
    if (receivedTime != FlowRecord.ABSENT && flow.eventTime() - receivedTime > maxFutureMillis) {
      FutureTime.report(flow, receivedTime + maxFutureMillis, event, message, offset, length, this);
    } else {
      out.accept(identified(flow));
    }
  }

  private Entry identified(FlowRecord flow) {
    long identity = split == null || event == null ? LogEvent.NO_IDENTITY : event.identity();
    return identity == LogEvent.NO_IDENTITY ? flow : new DeliveredFlow(split, identity, flow);
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
    out.accept(DeadLetter.of(reason, detail, origin(), receivedTime, buffer, from, count));
  }

  /** The message's, and the event's id where it has one. */
  private String origin() {
    String id = event == null ? "" : event.id();
    return id.isEmpty() ? origin.get() : origin.get() + '#' + id;
  }

  @Override
  public void ignored(Ignored reason) {
    out.accept(reason);
  }

  /** A bad clock must not keep incidents open for years. */
  @Override
  public void gap(Gap gap) {
    boolean believed =
        receivedTime == FlowRecord.ABSENT || gap.end() - receivedTime <= maxFutureMillis;
    out.accept(believed ? gap : Ignored.SKIP_DATA);
  }
}
