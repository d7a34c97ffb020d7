package dev.weir.job.source.kinesis;

import dev.weir.flow.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Keeps what a reader emits, and how far it said that it was meanwhile. */
final class CollectedEntries implements ReaderOutput<Entry> {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Long> received = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private final Set<String> released = new HashSet<>();
  private SplitState watched;

  void watch(SplitState state) {
    watched = state;
  }

  List<Entry> entries() {
    return entries;
  }

  /** When the stream had what each entry came in; those left out of whose time nothing was said. */
  List<Long> received() {
    return received;
  }

  /** The watched split's position when each entry was emitted. */
  List<Position> positions() {
    return positions;
  }

  /** Splits that hold back nobody's time any more. */
  Set<String> released() {
    return released;
  }

  @Override
  public void collect(Entry entry) {
    entries.add(entry);
    if (watched != null) {
      positions.add(watched.toSplit().position());
    }
  }

  @Override
  public void collect(Entry entry, long timestamp) {
    received.add(timestamp);
    collect(entry);
  }

  @Override
  public void emitWatermark(Watermark watermark) {}

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}

  @Override
  public SourceOutput<Entry> createOutputForSplit(String split) {
    return this;
  }

  @Override
  public void releaseOutputForSplit(String split) {
    released.add(split);
  }
}
