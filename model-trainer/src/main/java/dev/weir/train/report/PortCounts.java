package dev.weir.train.report;

import dev.weir.flow.FlowRecord;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Flows by destination port, of a bounded number of ports; those of further ports are together. */
final class PortCounts {

  /** Stands for flows without a port, and for those to ports beyond the bound. */
  static final int OTHER = FlowRecord.ABSENT;

  private final int most;
  private final Map<Integer, Long> flows = new TreeMap<>();

  PortCounts(int most) {
    this.most = most;
  }

  void add(int port, long count) {
    boolean kept = port == OTHER || flows.containsKey(port) || flows.size() < most;
    flows.merge(kept ? port : OTHER, count, Long::sum);
  }

  void addAll(PortCounts other) {
    other.forEach(this::add);
  }

  void forEach(BiConsumer<Integer, Long> out) {
    flows.forEach(out);
  }

  long of(int port) {
    return flows.getOrDefault(port, 0L);
  }
}
