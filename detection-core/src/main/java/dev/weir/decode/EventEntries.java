package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.IpAddress;
import dev.weir.flow.SetAside;

/**
 * Passes on what events decode to, with what only their envelope knows: a scope for private
 * addresses, which are unique within an account only, and for dead letters the whole event.
 */
final class EventEntries implements EntryCollector {
  private final LogEvent event;
  private String scope;
  private String owner;
  private EntryCollector out;

  /** Entries of the event that the view is at. */
  EventEntries(LogEvent event) {
    this.event = event;
  }

  /**
   * Makes ready for an envelope.
   *
   * @param itsScope goes before what records say; empty for theirs
   * @param itsOwner stands in where there is neither
   */
  void begin(String itsScope, String itsOwner, EntryCollector collector) {
    scope = itsScope;
    owner = itsOwner;
    out = collector;
  }

  @Override
  public void flow(FlowRecord flow) {
    out.flow(inScope(flow));
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    out.setAside(reason, inScope(flow));
  }

  @Override
  public void repaired(Repair repair) {
    out.repaired(repair);
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

  private FlowRecord inScope(FlowRecord flow) {
    String better = scope.isEmpty() && flow.scope().isEmpty() ? owner : scope;
    boolean scoped = !better.isEmpty() && IpAddress.isPrivate(flow.srcIp());
    return scoped ? flow.withScope(better) : flow;
  }
}
