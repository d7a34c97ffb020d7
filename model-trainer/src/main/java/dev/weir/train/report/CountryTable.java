package dev.weir.train.report;

import dev.weir.model.ScoredWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came from each country, as far as the log, or geography, names them. */
final class CountryTable {

  private final Map<String, TrafficShare> byCode = new TreeMap<>();
  private final TrafficShare unknown = new TrafficShare();

  void add(ScoredWindow window) {
    String code = window.vector().country();
    TrafficShare share =
        code.isEmpty() ? unknown : byCode.computeIfAbsent(code, unused -> new TrafficShare());
    share.add(window);
  }

  /** Most flows first. */
  List<Country> rows() {
    return byCode.entrySet().stream()
        .map(entry -> Country.of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Country::flows).reversed().thenComparing(Country::code))
        .toList();
  }

  /** Flows of windows whose source's country nobody names. */
  long unknownFlows() {
    return unknown.flows();
  }

  /**
   * One country.
   *
   * @param mapName empty where the map does not show it
   * @param suspiciousFlows flows of windows that the model labels anomalous
   */
  record Country(
      String code,
      String name,
      String mapName,
      long flows,
      long suspiciousFlows,
      double bytesIn,
      double bytesOut,
      long sources,
      long windows,
      long anomalousWindows) {

    static Country of(String code, TrafficShare share) {
      return new Country(
          code,
          Countries.name(code),
          Countries.onMap(code),
          share.flows(),
          share.suspiciousFlows(),
          share.bytesIn(),
          share.bytesOut(),
          share.sources(),
          share.windows(),
          share.anomalous());
    }

    double anomalousShare() {
      return (double) anomalousWindows / windows;
    }
  }
}
