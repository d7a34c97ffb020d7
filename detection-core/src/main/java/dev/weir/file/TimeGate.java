package dev.weir.file;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.FutureTime;
import dev.weir.decode.LogEvent;
import dev.weir.decode.Repair;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;

/** Passes a file's entries on and turns away flows beyond a time, which a wild clock wrote. */
final class TimeGate implements EntryCollector {

  private final LogFile file;
  private final long latest;
  private final EntryCollector out;
  private LogEvent event;

  /**
   * In front of a collector.
   *
   * @param file being read: its current line goes into the dead letter, of an envelope the event
   * @param latest epoch milliseconds
   */
  TimeGate(LogFile file, long latest, EntryCollector out) {
    this.file = file;
    this.latest = latest;
    this.out = out;
  }

  @Override
  public void event(LogEvent current) {
    event = current;
    out.event(current);
  }

  @Override
  public void flow(FlowRecord flow) {
    if (flow.eventTime() <= latest) {
      out.flow(flow);
    } else {
      FutureTime.report(flow, latest, event, file.buffer(), file.offset(), file.length(), out);
    }
  }

  @Override
  public void repaired(Repair repair) {
    out.repaired(repair);
  }

  @Override
  public void attack(String label) {
    out.attack(label);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    out.setAside(reason, flow);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    out.deadLetter(reason, detail, buffer, offset, length);
  }

  @Override
  public void ignored(Ignored reason) {
    out.ignored(reason);
  }

  /** A wild clock must not keep incidents open for years. */
  @Override
  public void gap(Gap gap) {
    if (gap.end() <= latest) {
      out.gap(gap);
    } else {
      out.ignored(Ignored.SKIP_DATA);
    }
  }
}
