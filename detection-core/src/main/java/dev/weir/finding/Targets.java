package dev.weir.finding;

import dev.weir.explain.Quantity;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.flow.Services;
import dev.weir.model.TargetBaseline.Peak;
import java.util.List;

/** Targets, and what comes to them, in words and numbers that several findings need. */
final class Targets {

  /** Twice the most sources of the history: not a busy day, but another kind of day. */
  private static final long CROWD = 2;

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
    return view.sources() == 1 ? "1 source" : Quantity.number((double) view.sources()) + " sources";
  }

  /** Such as "all but the busiest of 1,200 sources": whose {@link #flowsOfOthers} are. */
  static String others(TargetView view) {
    return view.sources() == 1 ? "no other source" : "all but the busiest of " + many(view);
  }

  /**
   * About how many flows came if its busiest source is left out: those of the others that are
   * listed, as many times as there are others. The busiest of many may be missing from the list,
   * which then shows how little the others do; what one source does alone never counts for much.
   */
  static double flowsOfOthers(TargetView view) {
    List<TargetView.SourceCount> top = view.topSources();
    if (top.size() < 2) {
      return 0;
    }
    long others = top.stream().skip(1).mapToLong(TargetView.SourceCount::flows).sum();
    double all = (double) others / (top.size() - 1) * (view.sources() - 1);
    return Math.min(all, (double) view.flows());
  }

  /**
   * Whether so many sources came as never before, which no single source can bring about; more
   * flows never make it untrue.
   */
  static boolean isCrowd(TargetView view, Peak peak, long least) {
    return view.sources() >= Math.max(least, CROWD * peak.sources());
  }

  /** Whether bytes are known of both directions, as far as records give any. */
  static boolean weighsBytes(TargetView view) {
    return !Double.isNaN(view.bytesOut());
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
