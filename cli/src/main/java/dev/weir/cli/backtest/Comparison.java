package dev.weir.cli.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What another model would tell of the same traffic.
 *
 * @param same incidents that both tell alike
 * @param appear those that only the other tells
 * @param vanish those that it does not
 * @param changed those that both tell, in different ways
 */
record Comparison(
    long same, List<ToldIncident> appear, List<ToldIncident> vanish, List<Change> changed) {

  /** So many incidents of each sort are listed. */
  private static final int LISTED = 50;

  /** An incident by both. */
  record Change(ToldIncident before, ToldIncident after) {

    boolean isOne() {
      return !differences().isEmpty();
    }

    private List<String> differences() {
      List<String> all = new ArrayList<>();
      differ(all, "finding", before.finding(), after.finding());
      differ(all, "severity", before.severity(), after.severity());
      differ(all, "windows", before.windows(), after.windows());
      differ(all, "told at", before.firstTold(), after.firstTold());
      return all;
    }

    private static void differ(List<String> all, String what, Object before, Object after) {
      if (!before.equals(after)) {
        all.add(what + ' ' + before + ", then " + after);
      }
    }

    @Override
    public String toString() {
      return before + "; " + String.join("; ", differences());
    }
  }

  /** Puts the incidents of two models together: of one party, at the same time. */
  static Comparison of(List<ToldIncident> before, List<ToldIncident> after) {
    Map<ToldIncident, ToldIncident> pairs = new LinkedHashMap<>();
    List<ToldIncident> rest = pair(before, after, pairs, (a, b) -> a.id().equals(b.id()));
    List<ToldIncident> appear = pair(before, rest, pairs, ToldIncident::overlaps);
    List<Change> changed =
        pairs.entrySet().stream()
            .map(pair -> new Change(pair.getKey(), pair.getValue()))
            .filter(Change::isOne)
            .toList();
    return new Comparison(
        pairs.size() - changed.size(),
        appear,
        before.stream().filter(incident -> !pairs.containsKey(incident)).toList(),
        changed);
  }

  /** Finds partners for those that have none, and gives back who is left. */
  private static List<ToldIncident> pair(
      List<ToldIncident> before,
      List<ToldIncident> after,
      Map<ToldIncident, ToldIncident> pairs,
      BiPredicate<ToldIncident, ToldIncident> alike) {
    Map<String, List<ToldIncident>> free = new HashMap<>();
    for (ToldIncident incident : after) {
      free.computeIfAbsent(incident.party(), unused -> new ArrayList<>()).add(incident);
    }
    for (ToldIncident incident : before) {
      List<ToldIncident> candidates = free.getOrDefault(incident.party(), List.of());
      if (!pairs.containsKey(incident)) {
        candidates.stream()
            .filter(candidate -> alike.test(incident, candidate))
            .findFirst()
            .ifPresent(
                partner -> {
                  pairs.put(incident, partner);
                  candidates.remove(partner);
                });
      }
    }
    return after.stream()
        .filter(incident -> free.get(incident.party()).contains(incident))
        .toList();
  }

  /** What a person is told. */
  List<String> lines(String other) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "compared  with %s: %,d incidents are the same, %,d appear, %,d vanish, %,d change",
            other,
            same,
            appear.size(),
            vanish.size(),
            changed.size()));
    list("appears", appear, lines);
    list("vanishes", vanish, lines);
    list("changes", changed, lines);
    return lines;
  }

  private static void list(String name, List<?> all, List<String> lines) {
    all.stream()
        .limit(LISTED)
        .forEach(one -> lines.add(String.format(Locale.ROOT, "%-9s %s", name, one)));
    if (all.size() > LISTED) {
      lines.add(String.format(Locale.ROOT, "%-9s and %,d more", name, all.size() - LISTED));
    }
  }
}
