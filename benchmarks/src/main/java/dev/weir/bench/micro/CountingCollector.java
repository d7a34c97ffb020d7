package dev.weir.bench.micro;

import dev.weir.decode.EntryCollector;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import org.openjdk.jmh.infra.Blackhole;

/** Counts flows, and uses them as JMH must see it; any other entry means that samples are wrong. */
final class CountingCollector implements EntryCollector {
  private final Blackhole used;
  private int flows;

  CountingCollector(Blackhole used) {
    this.used = used;
  }

  int flows() {
    return flows;
  }

  @Override
  public void flow(FlowRecord flow) {
    flows++;
    if (used != null) {
      used.consume(flow);
    }
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    flow(flow);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    throw new IllegalStateException(detail);
  }

  @Override
  public void ignored(Ignored reason) {
    throw new IllegalStateException(reason.toString());
  }
}
