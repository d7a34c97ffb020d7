package dev.weir.finding;

import dev.weir.feature.PairView;
import dev.weir.feature.TargetView;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import dev.weir.model.TargetBaseline;
import dev.weir.network.Network;
import java.util.Optional;

/**
 * Judges views by a model: what was found in them, how bad it is and what to do. Immutable; every
 * judgement is a pure function of the view.
 *
 * <p>Most views give nothing. What {@link Detection#opens} has a finding that holds, with {@code
 * --alert.min-severity} at least. What does not open keeps an open incident from closing: windows
 * that the model labels anomalous, with {@code --alert.min-flows} flows at least, and views in
 * which a finding's shape is there with half of its measure. There are as many of the first as the
 * model's contamination lets through; of the others few, since measures are held against what 99.9
 * % of windows do not exceed. They carry neither explanation nor advice. While a window fills there
 * is nothing but what opens.
 */
public final class Detector {

  private final SourceJudge sources;
  private final TargetJudge targets;
  private final PairJudge pairs;
  private final AllowList allowed;
  private final long minFlows;

  private Detector(
      SourceJudge sources, TargetJudge targets, PairJudge pairs, AllowList allowed, long minFlows) {
    this.sources = sources;
    this.targets = targets;
    this.pairs = pairs;
    this.allowed = allowed;
    this.minFlows = minFlows;
  }

  /**
   * A detector for one model.
   *
   * @param targets what the model knows of targets
   * @param reputation the known-bad networks, whatever the options' file lists
   * @throws dev.weir.flow.UserException where a list that options name is not understood
   */
  public static Detector of(
      Model model,
      TargetBaseline targets,
      FindingOptions options,
      Reputation reputation,
      Network network) {
    return of(model, TargetHistory.of(targets), options, reputation, network);
  }

  static Detector of(
      Model model,
      TargetHistory targets,
      FindingOptions options,
      Reputation reputation,
      Network network) {
    options.check();
    Places places = new Places(network);
    AllowList allowed = options.alert().allowList();
    Judgement judgement =
        new Judgement(
            model.id(),
            new Baseline(model.segment(), model.frequencies(), targets, places),
            options.alert().minSeverity(),
            options.alert().minFlows(),
            new Advisor(places, allowed, options.alert().controlExpiry()),
            reputation);
    return new Detector(
        new SourceJudge(
            Catalogue.of(options.of(SourceFinding.class)),
            judgement,
            new ScoreScale(model.segments(), model.statistics().sampledWindows())),
        new TargetJudge(Catalogue.of(options.of(TargetFinding.class)), judgement),
        new PairJudge(Catalogue.of(options.of(PairFinding.class)), judgement),
        allowed,
        judgement.minFlows());
  }

  /** The same detector with another list of known-bad networks. */
  public Detector with(Reputation reputation) {
    return new Detector(
        sources.with(reputation),
        targets.with(reputation),
        pairs.with(reputation),
        allowed,
        minFlows);
  }

  /** Whether a source or target of it is allow-listed: it is to be counted, and not alerted. */
  public boolean allows(Detection found) {
    boolean source = found.source() != null && allowed.allows(found.source().address());
    boolean target = found.kind() != Kind.SOURCE && found.target() != null;
    return source || (target && allowed.allows(found.target().address()));
  }

  /** Judges a source's window, closed or still open. */
  public Optional<Detection> judge(ScoredWindow window) {
    return sources.judge(
        new SourceCase(window, window.view().evidence(), window.view().early(), minFlows));
  }

  /** Judges a target's window. */
  public Optional<Detection> judge(TargetView view) {
    return targets.judge(view);
  }

  /** Judges a pair. */
  public Optional<Detection> judge(PairView view) {
    return pairs.judge(view);
  }
}
