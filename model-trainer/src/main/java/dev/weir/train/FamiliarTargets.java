package dev.weir.train;

import dev.weir.feature.KnownTargets;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.feature.WindowSpec;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which targets the history came to often enough to be known: {@value #SOURCES} sources in all, or
 * one in {@value #WINDOWS} windows. Of the targets that are not known yet the {@value #CANDIDATES}
 * that were come to last are remembered; where more become known than a model keeps, it is those
 * that were first.
 */
final class FamiliarTargets {

  /** Two may be a person's two devices. */
  private static final int SOURCES = 3;

  /** As many intervals as make a beacon: what comes back like this was normal in training. */
  private static final int WINDOWS = 6;

  private static final int CANDIDATES = 1 << 18;

  private final WindowSpec window;
  private final Set<Integer> known = new HashSet<>();

  /** By hash, the one that was come to longest ago first. */
  private final Map<Integer, Visits> candidates = new LinkedHashMap<>(16, 0.75f, true);

  FamiliarTargets(WindowSpec window) {
    this.window = window;
  }

  /**
   * Takes a window that has closed; of windows that overlap those that do not.
   *
   * @return whether its target has become known by it
   */
  boolean add(TargetView view) {
    if (!window.tiles(view.windowStart()) || known.size() == KnownTargets.MAX) {
      return false;
    }
    int target = KnownTargets.hash(view.target());
    if (known.contains(target)) {
      return false;
    }
    if (view.sources() >= SOURCES || becomesKnown(target, view)) {
      known.add(target);
      candidates.remove(target);
      return true;
    }
    return false;
  }

  private boolean becomesKnown(int target, TargetView view) {
    Visits visits = candidates.computeIfAbsent(target, unused -> new Visits());
    if (candidates.size() > CANDIDATES) {
      Iterator<Integer> oldest = candidates.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    boolean enough = false;
    for (SourceCount source : view.topSources()) {
      enough |= visits.add(source.source().hashCode());
    }
    return enough;
  }

  KnownTargets toKnownTargets() {
    return KnownTargets.ofHashes(known.stream().mapToInt(Integer::intValue).sorted().toArray());
  }

  /** Of the first two sources of a target, in how many windows they came. */
  private static final class Visits {
    private int first;
    private int second;
    private int firstWindows;
    private int secondWindows;

    /** Whether the target is known by this. */
    boolean add(int source) {
      if (firstWindows == 0 || first == source) {
        first = source;
        return ++firstWindows == WINDOWS;
      }
      if (secondWindows == 0 || second == source) {
        second = source;
        return ++secondWindows == WINDOWS;
      }
      return true;
    }
  }
}
