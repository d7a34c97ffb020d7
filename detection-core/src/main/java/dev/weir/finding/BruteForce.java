package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Evidence;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetView;
import dev.weir.model.TargetBaseline.Peak;
import java.util.List;

/**
 * Guessing of passwords at one service: many connections to one server, each with few bytes. By one
 * source it shows in the source's window; by many, none of which does much, at the server only.
 * Where no record gives bytes nothing is known to be small, and {@code certain} times as many are
 * asked for.
 *
 * @param port of the service
 * @param share the feature that tells the share of flows to it, for logs that name no targets
 * @param attempts connections of one source to one server that are too many
 * @param distributedAttempts connections of all sources but the busiest
 * @param sources that make many
 * @param peakFactor times a server's own peak that are too many
 * @param maxBytes both ways, that an attempt moves at most on average
 * @param certain times the limit at which bytes are not asked for
 */
record BruteForce(
    int port,
    Feature share,
    long attempts,
    long distributedAttempts,
    long sources,
    double peakFactor,
    double maxBytes,
    double certain) {

  private static final String MEASURE = "source.attempts";
  private static final String SPREAD = "source.attempts_at_servers";

  /** Of fewer sources, none of which is told by itself, too few tries come together. */
  private static final int FEW_SOURCES = 4;

  Match match(SourceCase source, Baseline baseline) {
    boolean few = source.flows() < Measure.LINGERING * attempts;
    if (few || source.value(share) == 0) {
      return null;
    }
    if (source.targets().isEmpty()) {
      return withoutTargets(source, baseline);
    }
    Match worst = null;
    for (TargetCount count : source.targets()) {
      if (count.target().port() == port) {
        worst = Match.worse(worst, at(count, source, baseline));
      }
    }
    return Match.worse(worst, spread(source, baseline));
  }

  /**
   * Over several servers, at each of which it stays below the limit: as much is too much of one
   * source at many as of many sources at one.
   */
  private Match spread(SourceCase source, Baseline baseline) {
    List<TargetCount> guessed =
        source.targets().stream().filter(count -> isGuessed(count, baseline)).toList();
    if (guessed.size() < 2) {
      return null;
    }
    double flows = guessed.stream().mapToLong(TargetCount::flows).sum();
    Measure measure = Measure.of(flows, 0, (double) distributedAttempts, 1);
    boolean small = !source.early() && guessed.stream().allMatch(count -> isSmall(count, source));
    TargetCount most = source.most(TargetCount::flows, guessed::contains);
    return new Match(
        SPREAD,
        small || manySmall(source, measure) ? measure : measure.harder(certain),
        most.target(),
        baseline.places().direction(source.source(), most.target()),
        Match.NETWORK,
        phrase(" to port " + Targets.port(port) + " of " + guessed.size() + " servers")
            .in(source.millis()));
  }

  private boolean isGuessed(TargetCount count, Baseline baseline) {
    double peak = baseline.targets().ownPeak(count.target()).flows();
    return count.target().port() == port
        && count.flows() >= Math.max(Measure.LINGERING * attempts, peakFactor * peak);
  }

  /** To deny one of several servers leaves the others. */
  static boolean goesForTarget(Match match) {
    return !match.name().equals(SPREAD);
  }

  private Match at(TargetCount count, SourceCase source, Baseline baseline) {
    double peak = baseline.targets().ownPeak(count.target()).flows();
    Measure measure = Measure.of((double) count.flows(), peak, (double) attempts, peakFactor);
    boolean small = !source.early() && isSmall(count, source);
    return new Match(
        MEASURE,
        small || manySmall(source, measure) ? measure : measure.harder(certain),
        count.target(),
        baseline.places().direction(source.source(), count.target()),
        Match.TARGET,
        phrase(" to " + Targets.text(count.target())).in(source.millis()));
  }

  /**
   * On average. A sum of 0 is one of flows without bytes, too: some flow to the port has to be
   * known to be small then.
   */
  private boolean isSmall(TargetCount count, SourceCase source) {
    double bytes = count.bytesIn() + (double) count.bytesOut();
    boolean known = bytes > 0 || source.loginTries(port) > 0;
    return known && bytes / Math.max(1, count.flows()) <= maxBytes;
  }

  /**
   * Whether as many of the source's flows are small as would be too many at the one server. They
   * are counted over all servers: fewer may have gone to this one, but a number less what went
   * elsewhere could fall while the window fills, and take back what has been told.
   */
  private boolean manySmall(SourceCase source, Measure measure) {
    return maxBytes >= Evidence.mostTryBytes(port) && source.loginTries(port) >= measure.limit();
  }

  /** How many flows go to the port is then known, but not to how many servers. */
  private Match withoutTargets(SourceCase source, Baseline baseline) {
    double flows = source.known(share) * source.flows();
    if (source.early() || flows < 1 || source.bytesPerFlow() > maxBytes) {
      return null;
    }
    Measure measure = Measure.of(flows, 0, (double) attempts, peakFactor);
    return new Match(
        MEASURE,
        source.weighsBytes() ? measure : measure.harder(certain),
        null,
        baseline.places().direction(source.source(), null),
        Match.NETWORK,
        phrase(" to port " + Targets.port(port)).in(source.millis()));
  }

  private static Phrase phrase(String where) {
    return Phrase.count("connection" + where, "connections" + where);
  }

  Match match(TargetView view, Baseline baseline) {
    if (view.target().port() != port || (view.sources() < sources && !areFewBusy(view))) {
      return null;
    }
    Peak peak = baseline.targets().peak(view.target());
    Measure measure = view.early() ? null : ofOthers(view, peak);
    String whose = Targets.others(view);
    if ((measure == null || !measure.holds()) && Targets.isCrowd(view, peak, sources)) {
      measure = measure((double) view.flows(), peak).harder(certain);
      whose = Targets.many(view);
    }
    return measure == null
        ? null
        : new Match(
            "target.attempts",
            measure,
            view.target(),
            Targets.direction(view, baseline.places()),
            Match.TARGET,
            phrase(" from " + whose).in(view.windowEnd() - view.windowStart()));
  }

  /** Whether each of a few does half of what one alone is told for, at least, and not all of it. */
  private boolean areFewBusy(TargetView view) {
    double each = Targets.flowsOfOthers(view) / Math.max(1, view.sources() - 1);
    return !view.early()
        && view.sources() >= Math.min(FEW_SOURCES, sources)
        && each >= Measure.LINGERING * attempts
        && each < attempts;
  }

  /** Null where they move too much. */
  private Measure ofOthers(TargetView view, Peak peak) {
    Measure measure = measure(Targets.flowsOfOthers(view), peak);
    if (!Targets.weighsBytes(view)) {
      return measure.harder(certain);
    }
    return Targets.bytes(view) / Math.max(1, view.flows()) <= maxBytes ? measure : null;
  }

  private Measure measure(double flows, Peak peak) {
    return Measure.of(flows, (double) peak.flows(), (double) distributedAttempts, peakFactor);
  }

  /**
   * What both services have in common, for people.
   *
   * @param smallBytes as the service's option has them by default
   */
  static String condition(String service, String smallBytes) {
    return "A source opens as many connections to one "
        + service
        + " server as `attempts` in one window, and more than all sources together ever did"
        + " (`peak-factor` times the server's own peak), with at most `max-bytes` on average; or"
        + " as many of its connections to that port, at this server and others, have "
        + smallBytes
        + " bytes at most each, which is told early and not asked where `max-bytes` is lower; or"
        + " there are `certain` times as many, whatever they carry, as they have to be in a log"
        + " without bytes. Or it opens `distributed-attempts` to several servers that are as small,"
        + " half of `attempts` at each of them at least, and more than the server's own peak. Kind"
        + " `target`: at least `sources` sources together open `distributed-attempts`, the busiest"
        + " of them not counted; or at least four, each of which opens half of `attempts`.";
  }

  static List<Kind> kinds() {
    return List.of(Kind.SOURCE, Kind.TARGET);
  }
}
