package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackScheduleTest {

  private static final TrafficOptions OPTIONS = Traffic.hours(11, Traffic.MONDAY_TEN, 2);
  private static final List<TrafficFlow> FLOWS = Traffic.flows(OPTIONS);
  private static final List<AttackLabel> LABELS = labels(OPTIONS);

  private static List<AttackLabel> labels(TrafficOptions options) {
    return new TrafficGenerator(options).labels(options.endMillis());
  }

  private static AttackLabel label(AttackKind kind) {
    return LABELS.stream().filter(l -> l.attack().equals(kind.id())).findFirst().orElseThrow();
  }

  /** The flows of an attack's source within its time that look like the attack. */
  private static List<TrafficFlow> flows(AttackLabel label, Predicate<TrafficFlow> like) {
    return FLOWS.stream()
        .filter(flow -> flow.path().source().ip().equals(label.srcIp()))
        .filter(flow -> flow.start() >= label.start().toEpochMilli())
        .filter(flow -> flow.end() <= label.end().toEpochMilli())
        .filter(like)
        .toList();
  }

  private static Predicate<TrafficFlow> to(AttackLabel label) {
    return flow -> flow.path().target().ip().equals(label.target());
  }

  private static double aMinute(AttackLabel label, long count) {
    return count * 60.0 / Duration.between(label.start(), label.end()).toSeconds();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -9, Long.MAX_VALUE})
  void eachTwoHoursHaveAllSevenFromDifferentSources(long seed) {
    TrafficOptions options = Traffic.hours(seed, Traffic.MONDAY, 4);

    List<AttackLabel> labels = labels(options);

    assertThat(labels).hasSize(14);
    for (List<AttackLabel> block : List.of(labels.subList(0, 7), labels.subList(7, 14))) {
      assertThat(block)
          .extracting(AttackLabel::attack)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(AttackKind.values()).map(AttackKind::id).toList());
      assertThat(block).extracting(AttackLabel::srcIp).doesNotHaveDuplicates();
    }
    assertThat(labels).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
    assertThat(labels.get(0).start())
        .isBetween(Traffic.MONDAY.plusSeconds(180), Traffic.MONDAY.plusSeconds(900));
    assertThat(labels.get(6).end()).isBefore(Traffic.MONDAY.plus(Duration.ofHours(2)));
  }

  @Test
  void attacksDifferFromSeedToSeed() {
    assertThat(labels(Traffic.hours(12, Traffic.MONDAY_TEN, 2))).isNotEqualTo(LABELS);
  }

  @Test
  void nothingIsPlantedIfNothingIsWanted() {
    assertThat(labels(OPTIONS.withoutAttacks())).isEmpty();
  }

  @Test
  void whatIsCutOffByTheEndIsLabelledThatFar() {
    TrafficOptions half = TrafficOptions.of(11, Traffic.MONDAY_TEN, Duration.ofMinutes(30));
    Instant end = Traffic.MONDAY_TEN.plus(Duration.ofMinutes(30));

    assertThat(labels(half)).isNotEmpty().hasSizeLessThan(7);
    assertThat(labels(half)).allMatch(label -> !label.end().isAfter(end));
  }

  @Test
  void plantingChangesNothingElse() {
    List<TrafficFlow> normal = Traffic.flows(OPTIONS.withoutAttacks());

    List<TrafficFlow> others = FLOWS.stream().filter(flow -> fromNoAttacker(flow)).toList();

    assertThat(others).hasSizeGreaterThan(normal.size() / 2);
    assertThat(others.equals(normal.stream().filter(flow -> fromNoAttacker(flow)).toList()))
        .isTrue();
  }

  private static boolean fromNoAttacker(TrafficFlow flow) {
    return LABELS.stream().noneMatch(l -> l.srcIp().equals(flow.path().source().ip()));
  }

  @Test
  void passwordsAreGuessedTensOfTimesAMinute() {
    AttackLabel ssh = label(AttackKind.SSH_BRUTE_FORCE);
    AttackLabel rdp = label(AttackKind.RDP_BRUTE_FORCE);

    long shells = flows(ssh, to(ssh).and(flow -> flow.path().targetPort() == 22)).size();
    long desktops = flows(rdp, to(rdp).and(flow -> flow.path().targetPort() == 3389)).size();

    assertThat(aMinute(ssh, shells)).isBetween(35.0, 43.0);
    assertThat(aMinute(rdp, desktops)).isBetween(26.0, 33.0);
  }

  @Test
  void aScanTriesAThousandPortsOfOneServerTwiceAndIsMostlyRefused() {
    AttackLabel scan = label(AttackKind.PORT_SCAN);

    List<TrafficFlow> probes = flows(scan, to(scan).and(f -> f.path().service() == Service.HTTP));

    assertThat(probes).hasSize(2_000);
    assertThat(probes.stream().map(flow -> flow.path().targetPort()).distinct()).hasSize(1_000);
    assertThat(probes.stream().filter(f -> f.ending().outcome() == Outcome.REFUSED).count())
        .isBetween(1_500L, 1_900L);
  }

  @Test
  void aSweepTriesEveryAddressOfTwoNetworks() {
    AttackLabel sweep = label(AttackKind.HOST_SWEEP);

    List<TrafficFlow> probes =
        flows(sweep, flow -> List.of(445, 3389, 22).contains(flow.path().targetPort()));

    assertThat(probes.stream().map(flow -> flow.path().target().ip()).distinct().count())
        .isBetween(508L, 512L);
    assertThat(Duration.between(sweep.start(), sweep.end())).isLessThan(Duration.ofMinutes(6));
  }

  @Test
  void gigabytesLeaveForOneAddress() {
    AttackLabel theft = label(AttackKind.EXFILTRATION);

    long bytes = flows(theft, to(theft)).stream().mapToLong(flow -> flow.wire().bytesIn()).sum();

    assertThat(bytes).isBetween(2_000_000_000L, 6_500_000_000L);
    assertThat(Duration.between(theft.start(), theft.end()))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
  }

  @Test
  void aBeaconKeepsItsIntervalForAnHour() {
    AttackLabel beacon = label(AttackKind.BEACONING);
    List<Long> starts =
        flows(beacon, to(beacon)).stream().map(TrafficFlow::start).sorted().toList();

    assertThat(aMinute(beacon, starts.size())).isBetween(5.8, 6.2);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(starts.get(i) - starts.get(i - 1)).isBetween(8_990L, 11_010L);
    }
  }

  @Test
  void aFloodIsHundredsOfRequestsASecond() {
    AttackLabel flood = label(AttackKind.FLOOD);

    double requests = aMinute(flood, flows(flood, to(flood)).size()) / 60;

    assertThat(requests).isBetween(180.0, 410.0);
  }

  @Test
  void halfTheRateIsHalfTheAttempts() {
    TrafficOptions slow =
        new TrafficOptions(11, Traffic.MONDAY_TEN, Duration.ofHours(2), 100, true, 0.5);
    List<AttackLabel> outside =
        labels(slow).stream()
            .filter(l -> l.attack().equals("flood") || l.attack().contains("brute"))
            .collect(Collectors.toList());
    List<TrafficFlow> slowFlows = Traffic.flows(slow);

    assertThat(outside).hasSize(3);
    for (AttackLabel label : outside) {
      double usual = FLOWS.stream().filter(f -> from(f, label)).count();
      double halved = slowFlows.stream().filter(f -> from(f, label)).count();
      assertThat(halved / usual).isBetween(0.42, 0.58);
    }
  }

  private static boolean from(TrafficFlow flow, AttackLabel label) {
    return flow.path().source().ip().equals(label.srcIp());
  }
}
