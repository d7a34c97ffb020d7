package dev.weir.train;

import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.model.TargetBaseline;
import dev.weir.model.TargetBaseline.Peak;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The most that any window of a target held, of the busiest targets. While the history is read many
 * more are remembered than a model keeps, so that what is left out was far from being kept.
 */
final class TargetPeaks {

  private static final int REMEMBERED = 20 * TargetBaseline.MAX_PEAKS;

  private Map<TargetKey, Peak> peaks = new HashMap<>();

  void add(TargetView view) {
    Peak peak =
        new Peak(
            view.flows(), Double.isNaN(view.bytesIn()) ? 0 : (long) view.bytesIn(), view.sources());
    peaks.merge(view.target(), peak, Peak::or);
    if (peaks.size() == 2 * REMEMBERED) {
      peaks = busiest(REMEMBERED);
    }
  }

  /** By name, as many as a model keeps. */
  SortedMap<String, Peak> toMap() {
    SortedMap<String, Peak> kept = new TreeMap<>();
    busiest(TargetBaseline.MAX_PEAKS)
        .forEach((target, peak) -> kept.put(TargetBaseline.name(target), peak));
    return kept;
  }

  /** By turns the next by flows, by bytes and by sources, until there are enough. */
  private Map<TargetKey, Peak> busiest(int limit) {
    List<List<TargetKey>> orders = List.of(by(Peak::flows), by(Peak::bytesIn), by(Peak::sources));
    Set<TargetKey> chosen = new HashSet<>();
    for (int i = 0; i < peaks.size(); i++) {
      for (List<TargetKey> order : orders) {
        if (chosen.size() < limit) {
          chosen.add(order.get(i));
        }
      }
    }
    Map<TargetKey, Peak> kept = new HashMap<>();
    chosen.forEach(target -> kept.put(target, peaks.get(target)));
    return kept;
  }

  private List<TargetKey> by(ToLongFunction<Peak> measure) {
    return peaks.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<TargetKey, Peak>>comparingLong(
                    entry -> -measure.applyAsLong(entry.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
