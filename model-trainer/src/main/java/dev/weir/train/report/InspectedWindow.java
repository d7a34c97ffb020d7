package dev.weir.train.report;

import dev.weir.feature.Accumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;
import java.io.DataOutput;
import java.io.IOException;

/** What one window has seen of one source, as the job counts it, and its flows by port. Mutable. */
public final class InspectedWindow implements Accumulator<InspectedWindow> {

  /** Whoever goes to more ports scans them, and no single one is what it is about. */
  private static final int MOST_PORTS = 64;

  private final SourceAccumulator source = new SourceAccumulator();
  private final PortCounts ports = new PortCounts(MOST_PORTS);

  InspectedWindow() {}

  void add(
      FlowRecord flow,
      long start,
      WindowSpec window,
      FeatureSettings settings,
      KnownTargets known) {
    source.add(flow, start, window, settings, known);
    if (flow.side() != Side.RESPONDER) {
      ports.add(flow.dstPort(), 1);
    }
  }

  SourceAccumulator source() {
    return source;
  }

  PortCounts ports() {
    return ports;
  }

  @Override
  public long flows() {
    return source.flows();
  }

  @Override
  public void merge(InspectedWindow other) {
    source.merge(other.source);
    ports.addAll(other.ports);
  }

  /** A report is made in one process. */
  @Override
  public void write(DataOutput out) throws IOException {
    throw new IOException("a window of a report is kept in memory only");
  }
}
