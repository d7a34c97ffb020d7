package dev.weir.train.report;

import dev.weir.explain.Explainer;
import dev.weir.explain.Quantity;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.finding.Control;
import dev.weir.finding.Detection;
import dev.weir.finding.Level;
import dev.weir.finding.Titles;
import dev.weir.flow.Services;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalogue finds in a history: one case for whom and what, however many windows. */
final class Cases {

  private static final int KEPT = 5_000;

  private static final Comparator<Tally> MOST_SEVERE =
      Comparator.comparingInt((Tally tally) -> -tally.worst.severity())
          .thenComparingLong(tally -> -tally.windows)
          .thenComparingLong(tally -> tally.worst.windowStart())
          .thenComparing(tally -> tally.key.toString());

  private Map<Key, Tally> tallies = new HashMap<>();
  private final Map<String, Long> windows = new TreeMap<>();

  void add(Detection found) {
    if (!found.opens()) {
      return;
    }
    windows.merge(found.finding(), 1L, Long::sum);
    Key key =
        new Key(found.finding(), found.source(), found.source() == null ? found.target() : null);
    tallies.computeIfAbsent(key, Tally::new).add(found);
    if (tallies.size() == 2 * KEPT) {
      tallies = worst().limit(KEPT).collect(Collectors.toMap(tally -> tally.key, tally -> tally));
    }
  }

  private Stream<Tally> worst() {
    return tallies.values().stream().sorted(MOST_SEVERE);
  }

  /** Windows in which something was found, by finding. */
  List<Count> counts() {
    return windows.entrySet().stream()
        .map(
            entry ->
                new Count(
                    entry.getKey(),
                    Titles.of(entry.getKey()),
                    cases(entry.getKey()),
                    entry.getValue()))
        .sorted(Comparator.comparingLong(Count::windows).reversed())
        .toList();
  }

  private long cases(String finding) {
    return tallies.keySet().stream().filter(key -> key.finding().equals(finding)).count();
  }

  /** Most severe first. */
  List<Case> rows(int most, Explainer explainer) {
    return worst().limit(most).map(tally -> tally.row(explainer)).toList();
  }

  /** How often something was found. */
  record Count(String finding, String title, long cases, long windows) {}

  private record Key(String finding, SourceKey source, TargetKey target) {}

  /**
   * One case.
   *
   * @param who the source, or the target where many sources are at it
   * @param target what most of it went to; empty where there is none
   * @param advice what to do
   * @param control a denial for machines; null where nothing may be denied
   */
  record Case(
      String finding,
      String title,
      String who,
      String country,
      String target,
      int severity,
      String level,
      long windows,
      long flows,
      double bytesIn,
      double bytesOut,
      String first,
      String last,
      String technique,
      List<Reasons> reasons,
      String advice,
      Denial control) {}

  /** A denial that a filter can put in place. */
  record Denial(String cidr, boolean outbound, int port, String target, String nftables) {

    static Denial of(Control control) {
      return control == null
          ? null
          : new Denial(
              control.cidr(),
              control.outbound(),
              control.port(),
              control.target(),
              control.nftables());
    }
  }

  /** Sums over a case's windows. */
  private static final class Tally {
    private final Key key;
    private Detection worst;
    private long windows;
    private long flows;
    private double bytesIn;
    private double bytesOut;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Tally(Key key) {
      this.key = key;
    }

    void add(Detection found) {
      if (worst == null || found.severity() > worst.severity()) {
        worst = found;
      }
      windows++;
      flows += found.flows();
      bytesIn += Double.isNaN(found.bytesIn()) ? 0 : found.bytesIn();
      bytesOut += Double.isNaN(found.bytesOut()) ? 0 : found.bytesOut();
      first = Math.min(first, found.firstSeen());
      last = Math.max(last, found.lastSeen());
    }

    Case row(Explainer explainer) {
      Detection told = worst.explained(explainer);
      return new Case(
          told.finding(),
          Titles.of(told.finding()),
          key.source() == null ? name(told.target()) : key.source().address(),
          told.country(),
          name(told.target()),
          told.severity(),
          Level.of(told.severity()).id(),
          windows,
          flows,
          bytesIn,
          bytesOut,
          time(first),
          time(last),
          told.technique() == null ? "" : told.technique().id() + " " + told.technique().name(),
          Reasons.of(told.explanation()),
          told.advice().text(),
          Denial.of(told.advice().control()));
    }

    private static String time(long millis) {
      return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String name(TargetKey target) {
      if (target == null) {
        return "";
      }
      String service = Services.name(target.port());
      return target.port() < 0
          ? target.address()
          : target.address()
              + " port "
              + target.port()
              + (service.isEmpty() ? "" : " (" + service + ")");
    }
  }

  /** A case in a sentence, for the evidence of a recommendation. */
  static String evidence(Case of) {
    return String.format(
        Locale.ROOT,
        "%s: %,d flows, %s sent, in %,d windows from %s to %s%s",
        of.title(),
        of.flows(),
        Quantity.bytes(of.bytesIn()),
        of.windows(),
        of.first(),
        of.last(),
        of.reasons().isEmpty() ? "" : "; " + of.reasons().get(0).text());
  }
}
