package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;

/**
 * Passes on what events decode to, dead letters with the whole event, so that they can be sent
 * again.
 */
final class EventEntries implements EntryCollector {
  private final LogEvent event;
  private EntryCollector out;

  /** Entries of the event that the view is at. */
  EventEntries(LogEvent event) {
    this.event = event;
  }

  /** Makes ready for an envelope. */
  void begin(EntryCollector collector) {
    out = collector;
  }

  @Override
  public void flow(FlowRecord flow) {
    out.flow(flow);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    out.setAside(reason, flow);
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
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    byte[] payload = event.payload();
    out.deadLetter(reason, detail, payload, 0, payload.length);
  }

  @Override
  public void ignored(Ignored reason) {
    out.ignored(reason);
  }

  @Override
  public void gap(Gap gap) {
    out.gap(gap);
  }
}
