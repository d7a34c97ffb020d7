package dev.weir.evaluation;

import dev.weir.decode.EntryCollector;
import dev.weir.feature.DistinctSketch;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which attacks a labelled log holds: by source and window, for recall by name, and as spans of
 * time, which incidents are held against. Bounded: of what lies beyond, names are not known.
 */
public final class AttackLog implements EntryCollector {

  /** Windows of attacks whose names are kept. */
  private static final int MAX_WINDOWS = 1 << 20;

  /** What an attack is called where labels only tell that it is one. */
  private static final String UNNAMED = "attack";

  private final WindowSpec window;
  private final Map<SourceWindow, Set<String>> names = new HashMap<>();
  private final AttackSpans spans = new AttackSpans();
  private final DistinctSketch sources = new DistinctSketch();
  private String label = UNNAMED;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Of a log that is put into those windows. */
  public AttackLog(WindowSpec window) {
    this.window = window;
  }

  private record SourceWindow(SourceKey source, long start) {}

  @Override
  public void attack(String name) {
    label = name;
  }

  @Override
  public void flow(FlowRecord flow) {
    SourceKey source = SourceKey.of(flow);
    sources.add(DistinctSketch.hash(source.scope() + '|' + source.address()));
    long time = flow.eventTime();
    first = Math.min(first, time);
    last = Math.max(last, time);
    if (flow.truth() == Truth.ANOMALOUS) {
      spans.add(source, label, flow);
      for (long start = window.firstOpenStart(time, Long.MIN_VALUE);
          start <= window.lastStart(time);
          start += window.slide()) {
        name(new SourceWindow(source, start));
      }
    }
    label = UNNAMED;
  }

  private void name(SourceWindow attacked) {
    if (names.size() < MAX_WINDOWS || names.containsKey(attacked)) {
      names.computeIfAbsent(attacked, unused -> new TreeSet<>()).add(label);
    }
  }

  /** Names of the attacks that a source's window holds flows of; none where it holds none. */
  public Set<String> of(SourceKey source, long windowStart) {
    return names.getOrDefault(new SourceWindow(source, windowStart), Set.of());
  }

  /** The attacks, by their beginning. */
  public List<AttackSpan> spans() {
    return spans.list();
  }

  /** Distinct sources of all flows, estimated where many. */
  public long sources() {
    return sources.estimate();
  }

  /** Days from the first flow to the last; 0 of none. */
  public double days() {
    return Math.max(0, (double) last - first) / (24 * 60 * 60 * 1000.0);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    label = UNNAMED;
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    label = UNNAMED;
  }

  @Override
  public void ignored(Ignored reason) {}
}
