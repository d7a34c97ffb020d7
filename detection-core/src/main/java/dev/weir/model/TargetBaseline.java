package dev.weir.model;

import dev.weir.feature.KnownTargets;
import dev.weir.feature.TargetKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the target view was like in training.
 *
 * @param flows quantiles over the windows of all targets
 * @param bytesIn likewise, of those windows in which some record gave bytes
 * @param sources likewise, of distinct sources
 * @param peaks of the busiest targets, each by itself: a public server is no victim for being busy;
 *     by {@link #name}
 * @param known hashes of targets that at least three sources of the history contacted, or one
 *     regularly over hours: coming back to them means nothing
 */
public record TargetBaseline(
    Quantiles flows,
    Quantiles bytesIn,
    Quantiles sources,
    SortedMap<String, Peak> peaks,
    KnownTargets known) {

  /** Most targets whose peaks are kept. */
  public static final int MAX_PEAKS = 1_000;

  /** Also of those that have none. */
  private static final Pattern PORT = Pattern.compile("-?[0-9]{1,5}");

  private static final double USUALLY_AT_MOST = 0.999;

  /** Of a history without targets: nothing is known, and nothing is expected. */
  public static final TargetBaseline NONE =
      new TargetBaseline(
          Quantiles.ofSorted(new double[0]),
          Quantiles.ofSorted(new double[0]),
          Quantiles.ofSorted(new double[0]),
          new TreeMap<>(),
          KnownTargets.NONE);

  /** Keeps a map of its own; refuses more peaks than are kept. */
  public TargetBaseline {
    if (peaks.size() > MAX_PEAKS) {
      throw new IllegalArgumentException("peaks of " + peaks.size() + " targets");
    }
    peaks.keySet().forEach(TargetBaseline::named);
    peaks = Collections.unmodifiableSortedMap(new TreeMap<>(peaks));
  }

  /**
   * The most that a window of the history held of a target.
   *
   * @param flows flows
   * @param bytesIn bytes sent to it
   * @param sources distinct sources
   */
  public record Peak(long flows, long bytesIn, long sources) {

    /** Refuses negative counts. */
    public Peak {
      if (flows < 0 || bytesIn < 0 || sources < 0) {
        throw new IllegalArgumentException("a negative peak");
      }
    }

    /** The larger of each of two. */
    public Peak or(Peak other) {
      return new Peak(
          Math.max(flows, other.flows),
          Math.max(bytesIn, other.bytesIn),
          Math.max(sources, other.sources));
    }
  }

  /** What a target is called among the peaks. */
  public static String name(TargetKey target) {
    return target.address() + '|' + target.port();
  }

  /** The peaks by whose they are. */
  public Map<TargetKey, Peak> peaksByTarget() {
    Map<TargetKey, Peak> byTarget = new HashMap<>();
    peaks.forEach((name, peak) -> byTarget.put(named(name), peak));
    return byTarget;
  }

  private static TargetKey named(String name) {
    int bar = name.lastIndexOf('|');
    if (bar < 1 || !PORT.matcher(name.substring(bar + 1)).matches()) {
      throw new IllegalArgumentException("a peak of '" + name + "', which is no target");
    }
    return new TargetKey(name.substring(0, bar), Integer.parseInt(name.substring(bar + 1)));
  }

  /** What 99.9 % of the windows of all targets do not exceed; 0 where nothing is known. */
  public Peak usualPeak() {
    return new Peak(usual(flows), usual(bytesIn), usual(sources));
  }

  private static long usual(Quantiles quantiles) {
    // Of an empty sample: NaN, which is 0 as a long.
    return (long) quantiles.at(USUALLY_AT_MOST);
  }
}
