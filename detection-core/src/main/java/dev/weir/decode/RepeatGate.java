package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;

/** Sets flows aside whose event came before, and passes everything else on. */
public final class RepeatGate implements EntryCollector {
  private final RecentEvents recent;
  private final EntryCollector out;
  private LogEvent event;

  /** In front of a collector: takes for repeats what {@code recent} remembers. */
  public RepeatGate(RecentEvents recent, EntryCollector out) {
    this.recent = recent;
    this.out = out;
  }

  @Override
  public void event(LogEvent current) {
    event = current;
    out.event(current);
  }

  @Override
  public void flow(FlowRecord flow) {
    long identity = event == null ? LogEvent.NO_IDENTITY : event.identity();
    if (identity == LogEvent.NO_IDENTITY || recent.add(identity)) {
      out.flow(flow);
    } else {
      out.setAside(SetAside.DUPLICATE_EVENT, flow);
    }
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
    out.deadLetter(reason, detail, buffer, offset, length);
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
