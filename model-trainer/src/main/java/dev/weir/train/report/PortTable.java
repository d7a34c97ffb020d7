package dev.weir.train.report;

import dev.weir.flow.Services;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What went to each port, and from which country. */
final class PortTable {

  /** More than the pairs of all countries with the ports that a table shows; first come. */
  private static final int MOST_PAIRS = 50_000;

  private static final int PORTS = 65_536;

  private final long[] flows = new long[PORTS];
  private final long[] suspicious = new long[PORTS];
  private final Map<Pair, TrafficShare> pairs = new HashMap<>();
  private final Set<Integer> critical;

  PortTable(Set<Integer> critical) {
    this.critical = critical;
  }

  void add(ScoredWindow window, PortCounts ports) {
    boolean strange = window.label() == ScoredWindow.ANOMALOUS;
    String country = window.vector().country();
    ports.forEach(
        (port, count) -> {
          if (port == PortCounts.OTHER) {
            return;
          }
          flows[port] += count;
          suspicious[port] += strange ? count : 0;
          if (!country.isEmpty()) {
            add(new Pair(country, port), count, strange);
          }
        });
  }

  private void add(Pair pair, long count, boolean strange) {
    if (pairs.size() < MOST_PAIRS || pairs.containsKey(pair)) {
      pairs.computeIfAbsent(pair, unused -> new TrafficShare()).addFlows(count, strange);
    }
  }

  /** The ports with most flows, and every critical port that was called, most flows first. */
  List<Port> rows(int most) {
    List<Integer> called =
        IntStream.range(0, PORTS)
            .filter(port -> flows[port] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer port) -> -flows[port]).thenComparing(p -> p))
            .toList();
    List<Port> rows = new ArrayList<>();
    for (int port : called) {
      if (rows.size() < most || critical.contains(port)) {
        rows.add(row(port));
      }
    }
    return rows;
  }

  private Port row(int port) {
    return new Port(
        port,
        Services.name(port),
        critical.contains(port),
        Services.isStandard(port),
        flows[port],
        suspicious[port]);
  }

  long distinct() {
    return Arrays.stream(flows).filter(count -> count > 0).count();
  }

  /** Flows by country and port, of countries and ports that are asked for. */
  List<Interaction> interactions(List<String> countries, List<Integer> ports) {
    return pairs.entrySet().stream()
        .filter(
            entry ->
                countries.contains(entry.getKey().country())
                    && ports.contains(entry.getKey().port()))
        .map(
            entry ->
                new Interaction(
                    entry.getKey().country(),
                    entry.getKey().port(),
                    entry.getValue().flows(),
                    entry.getValue().suspiciousFlows()))
        .sorted(Comparator.comparing(Interaction::country).thenComparing(Interaction::port))
        .toList();
  }

  private record Pair(String country, int port) {}

  /**
   * One port.
   *
   * @param service empty where the port has no name here
   * @param suspiciousFlows flows of windows that the model labels anomalous
   */
  record Port(
      int port,
      String service,
      boolean critical,
      boolean standard,
      long flows,
      long suspiciousFlows) {}

  /** Flows from one country to one port. */
  record Interaction(String country, int port, long flows, long suspiciousFlows) {}
}
