package dev.weir.train.report;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.Repair;
import dev.weir.decode.RepairCounts;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What every entry of the history became, by reason; flows are handed on. */
final class Accounting implements EntryCollector {

  private final Consumer<FlowRecord> out;
  private final Map<String, Long> deadLetters = new TreeMap<>();
  private final Map<String, Long> ignored = new TreeMap<>();
  private final Map<String, Long> setAside = new TreeMap<>();
  private final RepairCounts repairs = new RepairCounts();
  private final Absences absences = new Absences();
  private long flows;

  Accounting(Consumer<FlowRecord> out) {
    this.out = out;
  }

  @Override
  public void flow(FlowRecord flow) {
    flows++;
    absences.add(flow);
    out.accept(flow);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    flows++;
    setAside.merge(reason.id(), 1L, Long::sum);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    deadLetters.merge(reason.id(), 1L, Long::sum);
  }

  @Override
  public void ignored(Ignored reason) {
    ignored.merge(reason.id(), 1L, Long::sum);
  }

  @Override
  public void repaired(Repair repair) {
    repairs.add(repair);
  }

  long flows() {
    return flows;
  }

  Map<String, Long> deadLetters() {
    return deadLetters;
  }

  Map<String, Long> ignored() {
    return ignored;
  }

  Map<String, Long> setAside() {
    return setAside;
  }

  Map<String, Long> repairs() {
    Map<String, Long> named = new TreeMap<>();
    repairs.counts().forEach((repair, count) -> named.put(repair.toString(), count));
    return named;
  }

  Map<String, Long> missing() {
    return absences.toMap();
  }

  static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
