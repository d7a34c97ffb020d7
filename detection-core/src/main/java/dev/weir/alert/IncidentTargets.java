package dev.weir.alert;

import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The targets that an incident's flows went to. Bounded: of more than {@link #MOST} the ones with
 * fewest flows go, and begin anew where they come again.
 */
final class IncidentTargets {

  /** Room for so many, twice what alerts show. */
  static final int MOST = 20;

  private static final Comparator<TargetCount> BUSIEST =
      Comparator.comparingLong(TargetCount::flows)
          .thenComparingLong(TargetCount::bytesIn)
          .reversed()
          .thenComparing(count -> count.target().address())
          .thenComparingInt(count -> count.target().port());

  private final Map<TargetKey, TargetCount> counts = new LinkedHashMap<>();

  /** Adds a window's targets. */
  void add(List<TargetCount> targets) {
    for (TargetCount target : targets) {
      counts.merge(target.target(), target, IncidentTargets::sum);
    }
    if (counts.size() > MOST) {
      List<TargetCount> kept = top(MOST);
      counts.clear();
      kept.forEach(count -> counts.put(count.target(), count));
    }
  }

  private static TargetCount sum(TargetCount a, TargetCount b) {
    return new TargetCount(
        a.target(),
        a.flows() + b.flows(),
        a.syns() + b.syns(),
        a.bytesIn() + b.bytesIn(),
        a.bytesOut() + b.bytesOut(),
        0);
  }

  /** The busiest, most flows first. */
  List<TargetCount> top(int most) {
    return counts.values().stream().sorted(BUSIEST).limit(most).toList();
  }

  void write(DataOutput out) throws IOException {
    DetectionBytes.writeTargets(top(MOST), out);
  }

  static IncidentTargets read(DataInput in) throws IOException {
    IncidentTargets read = new IncidentTargets();
    DetectionBytes.readTargets(in).forEach(count -> read.counts.put(count.target(), count));
    return read;
  }
}
