package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.flow.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What speaks while a window fills speaks at its end, whatever comes in between: of up to 32
 * targets, and as far as conditions go. The label, which most findings need besides, may turn.
 */
class EarlyFindingsLawsTest {

  private static final FindingOptions OPTIONS = FindingOptions.of();
  private static final List<Integer> SERVICES = List.of(22, 443, 3389, 445);
  private static final Baseline BASELINE = history().baseline();

  /** Of a place outside where so much is normal that it could hide what is too much elsewhere. */
  private static History history() {
    History history =
        new History()
            .knows("10.0.0.5", 22)
            .knows("52.1.2.3", 443)
            .peak("10.0.0.5", 22, 8, 90_000, 4)
            .peak("10.0.0.5", 443, 300, 9_000_000, 80);
    SERVICES.forEach(port -> history.peak("52.1.2.3", port, 8_000, 400_000_000, 200));
    return history;
  }

  /** Flows of a kind to one target. */
  record Load(TargetKey target, long flows, long bytesIn, long bytesOut, long refused) {}

  @Provide
  Arbitrary<List<Load>> loads() {
    return loads(28);
  }

  /**
   * Few enough that all targets are kept: of more than 32 evidence is a sample, and may lose one.
   */
  @Provide
  Arbitrary<List<Load>> more() {
    return loads(4);
  }

  private static Arbitrary<List<Load>> loads(int most) {
    Arbitrary<String> addresses =
        Arbitraries.oneOf(
            Arbitraries.of("10.0.0.5", "52.1.2.3", "52.9.9.9"),
            Arbitraries.integers().between(0, 40).map(i -> "10.0.9." + i));
    Arbitrary<Integer> ports =
        Arbitraries.oneOf(Arbitraries.of(SERVICES), Arbitraries.integers().between(1, 400));
    Arbitrary<Long> bytes =
        Arbitraries.of(0L, 60L, 4_000L, 90_000L, 20_000_000L, 250_000_000L, 900_000_000L);
    return Combinators.combine(
            addresses,
            ports,
            Arbitraries.of(1L, 3L, 12L, 700L, 20_000L),
            bytes,
            bytes,
            Arbitraries.longs().between(0, 1))
        .as(
            (address, port, flows, in, out, refused) ->
                new Load(new TargetKey(address, port), flows, in, out, refused * flows))
        .list()
        .ofMaxSize(most);
  }

  /**
   * @param probed addresses and ports beside those of the loads
   */
  private static Case window(List<Load> loads, int probed, String source) {
    Map<String, Load> byTarget = new TreeMap<>();
    for (Load load : loads) {
      byTarget.merge(
          Targets.text(load.target()),
          load,
          (a, b) ->
              new Load(
                  a.target(),
                  a.flows() + b.flows(),
                  a.bytesIn() + b.bytesIn(),
                  a.bytesOut() + b.bytesOut(),
                  a.refused() + b.refused()));
    }
    Case window = Case.from(source).with(Feature.FLOW_COUNT, 0);
    byTarget
        .values()
        .forEach(
            load ->
                window.to(
                    load.target().address(),
                    load.target().port(),
                    load.flows(),
                    load.bytesIn(),
                    load.bytesOut()));
    List<TargetKey> failed =
        byTarget.values().stream()
            .filter(load -> load.refused() > 0 && load.target().address().startsWith("10."))
            .map(Load::target)
            .toList();
    window.trying(Map.of(22, tries(loads, 22), 3389, tries(loads, 3389)));
    window.failing(
        failed.stream().map(TargetKey::address).distinct().count(),
        failed.stream().map(TargetKey::port).distinct().count());
    long flows = loads.stream().mapToLong(Load::flows).sum();
    long refused = loads.stream().mapToLong(Load::refused).sum();
    return window
        .with(Feature.RULE_HITS, loads.size() / 4)
        .with(Feature.REJECTED_SHARE, flows == 0 ? Double.NaN : (double) refused / flows)
        .with(
            Feature.DISTINCT_DST_IPS,
            probed + loads.stream().map(l -> l.target().address()).distinct().count())
        .with(
            Feature.DISTINCT_DST_PORTS,
            probed + loads.stream().map(l -> l.target().port()).distinct().count());
  }

  private static long tries(List<Load> loads, int port) {
    return loads.stream()
        .filter(load -> load.target().port() == port)
        .filter(load -> load.bytesIn() + load.bytesOut() <= 10_000 * load.flows())
        .mapToLong(Load::flows)
        .sum();
  }

  @Property(tries = 1000)
  void aSourcesFindingIsNeverTakenBack(
      @ForAll("loads") List<Load> first,
      @ForAll("more") List<Load> more,
      @ForAll @IntRange(max = 600) int probed,
      @ForAll @IntRange(max = 600) int probedMore,
      @ForAll boolean inside) {
    String source = inside ? Case.INSIDE : Case.OUTSIDE;
    SourceCase early = window(first, probed, source).early().sourceCase();
    List<Load> all = new ArrayList<>(first);
    all.addAll(more);
    SourceCase later = window(all, probed + probedMore, source).early().sourceCase();
    SourceCase end = window(all, probed + probedMore, source).sourceCase();

    for (SourceFinding finding : OPTIONS.of(SourceFinding.class)) {
      if (holds(finding.match(early, BASELINE))) {
        String id = finding.description().id();
        assertThat(finding.description().monotone()).as(id).isTrue();
        assertThat(holds(finding.match(later, BASELINE))).as(id + " later").isTrue();
        assertThat(holds(finding.match(end, BASELINE))).as(id + " at the end").isTrue();
      }
    }
  }

  private static boolean holds(Match match) {
    return match != null && match.measure().holds();
  }

  @Property(tries = 1000)
  void aTargetsFindingIsNeverTakenBack(
      @ForAll("crowds") Map<Integer, Long> first,
      @ForAll("crowds") Map<Integer, Long> more,
      @ForAll boolean served,
      @ForAll("ports") int port) {
    Map<Integer, Long> all = new TreeMap<>(first);
    more.forEach((source, flows) -> all.merge(source, flows, Long::sum));
    for (TargetFinding finding : OPTIONS.of(TargetFinding.class)) {
      if (holds(finding.match(view(first, port, 60, true), BASELINE))) {
        String id = finding.description().id();
        double bytes = served ? 90_000 : 60;
        assertThat(holds(finding.match(view(all, port, bytes, true), BASELINE))).as(id).isTrue();
        assertThat(holds(finding.match(view(all, port, bytes, false), BASELINE))).as(id).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<Integer> ports() {
    return Arbitraries.of(22, 443, 3389, 8080);
  }

  @Provide
  Arbitrary<Map<Integer, Long>> crowds() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 60), Arbitraries.of(1L, 4L, 60L, 900L, 30_000L))
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static TargetView view(
      Map<Integer, Long> flows, int port, double bytesEach, boolean early) {
    long total = flows.values().stream().mapToLong(Long::longValue).sum();
    List<SourceCount> top =
        flows.entrySet().stream()
            .sorted(Comparator.comparing((Map.Entry<Integer, Long> e) -> -e.getValue()))
            .limit(5)
            .map(e -> new SourceCount(new SourceKey("", "31.0.0." + e.getKey()), e.getValue()))
            .toList();
    return new TargetView(
        new TargetKey("10.0.0.5", port),
        Case.START,
        Case.START + Case.MINUTE,
        total,
        total * bytesEach,
        0,
        flows.size(),
        0,
        0,
        bytesEach <= TargetView.TINY_BYTES ? 1 : 0,
        top,
        Case.START,
        Case.START + Case.MINUTE - 1,
        Truth.UNKNOWN,
        early);
  }
}
