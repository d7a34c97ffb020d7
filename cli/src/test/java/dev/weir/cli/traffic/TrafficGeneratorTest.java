package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficGeneratorTest {

  private static List<TrafficFlow> quiet(long seed, Instant start, int hours) {
    return Traffic.flows(Traffic.hours(seed, start, hours).withoutAttacks());
  }

  private static Set<String> inside(List<TrafficFlow> flows) {
    return flows.stream()
        .map(flow -> flow.path().source())
        .filter(Host::inside)
        .map(Host::ip)
        .collect(Collectors.toSet());
  }

  @Test
  void twoRunsAgreeAboutTheTimeThatTheyShare() {
    Instant eleven = Traffic.MONDAY_TEN.plus(Duration.ofHours(1));
    long from = eleven.toEpochMilli();

    List<TrafficFlow> secondHour =
        quiet(3, Traffic.MONDAY_TEN, 2).stream().filter(flow -> flow.start() >= from).toList();

    assertThat(secondHour).hasSizeGreaterThan(10_000);
    assertThat(sorted(secondHour).equals(sorted(quiet(3, eleven, 1)))).isTrue();
  }

  private static List<String> sorted(List<TrafficFlow> flows) {
    return flows.stream().map(TrafficFlow::toString).sorted().toList();
  }

  @Test
  void laterHoursAreTheSameNetworkDoingOtherThings() {
    List<TrafficFlow> monday = quiet(3, Traffic.MONDAY_TEN, 1);
    List<TrafficFlow> tuesday = quiet(3, Traffic.MONDAY_TEN.plus(Duration.ofDays(1)), 1);
    Set<String> both = new HashSet<>(inside(monday));

    both.retainAll(inside(tuesday));

    assertThat(both).hasSizeGreaterThan(inside(monday).size() * 8 / 10);
    assertThat(wires(monday).equals(wires(tuesday))).isFalse();
    assertThat(inside(quiet(4, Traffic.MONDAY_TEN, 1))).doesNotContainAnyElementsOf(both);
  }

  private static List<Wire> wires(List<TrafficFlow> flows) {
    return flows.stream().map(TrafficFlow::wire).toList();
  }

  @Test
  void aHostGoesToItsFavouritesOnBothDays() {
    List<TrafficFlow> monday = quiet(3, Traffic.MONDAY, 24);
    List<TrafficFlow> tuesday = quiet(3, Traffic.MONDAY.plus(Duration.ofDays(1)), 24);
    Host host =
        Network.of(3, 100).personas().stream()
            .filter(persona -> !persona.proxied())
            .findFirst()
            .orElseThrow()
            .host();

    List<String> again = mostVisited(tuesday, host);

    assertThat(mostVisited(monday, host).subList(0, 3)).containsAnyElementsOf(again.subList(0, 3));
  }

  private static List<String> mostVisited(List<TrafficFlow> flows, Host host) {
    return flows.stream()
        .filter(flow -> flow.path().source().equals(host) && !flow.path().target().inside())
        .collect(Collectors.groupingBy(flow -> flow.path().target().ip(), Collectors.counting()))
        .entrySet()
        .stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void aDayHasItsRhythmAndTheWeekItsEnd() {
    List<TrafficFlow> monday = quiet(2, Traffic.MONDAY, 24);
    List<TrafficFlow> sunday = quiet(2, Traffic.MONDAY.minus(Duration.ofDays(1)), 24);

    assertThat(monday.size()).isBetween(250_000, 480_000);
    assertThat(between(monday, 10, 11)).isGreaterThan(3 * between(monday, 3, 4));
    assertThat(between(monday, 3, 4)).isGreaterThan(3_000);
    assertThat(sunday.size()).isLessThan(monday.size() * 2 / 3);
  }

  private static long between(List<TrafficFlow> flows, int fromHour, int toHour) {
    return flows.stream()
        .mapToInt(flow -> Clock.minuteOfDay(flow.start()) / 60)
        .filter(hour -> hour >= fromHour && hour < toHour)
        .count();
  }

  @Test
  void recordsAreWhatAnExporterCouldHaveSeen() {
    for (TrafficFlow flow : quiet(2, Traffic.MONDAY, 1)) {
      assertThat(flow.end() - flow.start()).isBetween(0L, Exporter.ACTIVE_TIMEOUT_MILLIS);
      assertThat(flow.emitted() - flow.end()).isBetween(1L, Exporter.MAX_DELAY_MILLIS);
      assertThat(flow.wire().packets()).isPositive();
      assertThat(flow.wire().bytesIn()).isLessThanOrEqualTo(1_500 * (flow.wire().packetsIn() + 1));
      assertThat(flow.wire().bytesOut())
          .isLessThanOrEqualTo(1_500 * (flow.wire().packetsOut() + 1));
    }
  }

  @Test
  void everyHostInsideTalks() {
    Set<String> talking = inside(quiet(2, Traffic.MONDAY, 24));

    Network network = Network.of(2, 100);
    assertThat(talking).containsAll(network.servers().stream().map(Host::ip).toList());
    assertThat(talking.size()).isGreaterThan(network.hosts().size() * 85 / 100);
  }

  @Test
  void theMonitoringHostTalksToEverybody() {
    Network network = Network.of(2, 100);
    Set<String> asked =
        quiet(2, Traffic.MONDAY_TEN, 1).stream()
            .filter(flow -> flow.path().source().role() == Role.MONITORING)
            .map(flow -> flow.path().target().ip())
            .collect(Collectors.toSet());

    List<String> others =
        network.hosts().stream()
            .filter(host -> host.role() != Role.MONITORING)
            .map(Host::ip)
            .toList();
    assertThat(asked).containsAll(others);
  }

  @Test
  void backupsMoveGigabytesAtNight() {
    long night =
        quiet(2, Traffic.MONDAY, 5).stream()
            .filter(flow -> flow.path().service() == Service.RSYNC)
            .mapToLong(flow -> flow.wire().bytesIn())
            .sum();

    assertThat(night).isGreaterThan(5_000_000_000L);
  }
}
