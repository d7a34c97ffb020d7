package dev.weir.finding;

import dev.weir.explain.Quantity;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.flow.Services;

/** Targets, and what comes to them, in words and numbers that several findings need. */
final class Targets {

  private Targets() {}

  /** Such as "10.0.1.5 port 22 (ssh)". */
  static String text(TargetKey target) {
    return target.port() < 0 ? target.address() : target.address() + " port " + port(target.port());
  }

  /** Such as "22 (ssh)". */
  static String port(int port) {
    String name = Services.name(port);
    return name.isEmpty() ? String.valueOf(port) : port + " (" + name + ')';
  }

  /** Such as "1,200 sources". */
  static String many(TargetView view) {
    return view.sources() == 1 ? "1 source" : Quantity.number(view.sources()) + " sources";
  }

  /**
   * Flows of all sources but the busiest. One more flow, of whatever source, never makes it fewer.
   */
  static long flowsWithoutBusiest(TargetView view) {
    return view.topSources().isEmpty()
        ? view.flows()
        : view.flows() - view.topSources().get(0).flows();
  }

  /** Both ways; 0 where no record gives any. */
  static double bytes(TargetView view) {
    return orZero(view.bytesIn()) + orZero(view.bytesOut());
  }

  static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** By the busiest source, since most of many are like it; inward where none is told. */
  static Direction direction(TargetView view, Places places) {
    if (!view.topSources().isEmpty()) {
      return places.direction(view.topSources().get(0).source(), view.target());
    }
    return places.isInside(view.target().address()) ? Direction.INWARD : Direction.UNKNOWN;
  }
}
