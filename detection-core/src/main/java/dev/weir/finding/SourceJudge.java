package dev.weir.finding;

import dev.weir.explain.Explanation;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges sources' windows: score and signature together. */
final class SourceJudge {

  /** A person reads no more, and an incident keeps its own. */
  private static final int MAX_TARGETS = 10;

  private final Catalogue<SourceFinding> catalogue;
  private final Judgement judgement;
  private final ScoreScale scores;
  private final Catalogue.Entry<SourceFinding> unusual;

  SourceJudge(Catalogue<SourceFinding> catalogue, Judgement judgement, ScoreScale scores) {
    this.catalogue = catalogue;
    this.judgement = judgement;
    this.scores = scores;
    this.unusual = catalogue.entry(Detection.UNUSUAL_BEHAVIOUR);
  }

  SourceJudge with(Reputation reputation) {
    return new SourceJudge(catalogue, judgement.with(reputation), scores);
  }

  Optional<Detection> judge(SourceCase source) {
    boolean scan =
        judgement.baseline().places().isScannerDue(source.source(), source.vector().windowStart());
    List<Heard<SourceFinding>> near = new ArrayList<>();
    for (Catalogue.Entry<SourceFinding> entry : catalogue.entries()) {
      Description description = entry.description();
      boolean counts = !description.ofFlows() || source.flows() >= judgement.minFlows();
      if (counts && !(scan && description.ofScanners())) {
        Match match = entry.finding().match(source, judgement.baseline());
        if (match != null && match.measure().lingers()) {
          near.add(Heard.of(entry, match));
        }
      }
    }
    List<Heard<SourceFinding>> speaking =
        ranked(near.stream().filter(heard -> speaks(heard, source)).toList());
    if (!speaking.isEmpty()) {
      Detection detection = found(source, speaking);
      return source.early() && !detection.opens() ? Optional.empty() : Optional.of(detection);
    }
    return source.early() ? Optional.empty() : lingering(source, ranked(near), scan);
  }

  private static List<Heard<SourceFinding>> ranked(List<Heard<SourceFinding>> heard) {
    List<Heard<SourceFinding>> ranked = new ArrayList<>(Heard.ranked(heard));
    for (Heard<SourceFinding> one : List.copyOf(ranked)) {
      if (one.entry().finding().isRatherThan(ranked.get(0).description(), one.match())) {
        ranked.remove(one);
        ranked.add(0, one);
      }
    }
    return ranked;
  }

  private static boolean speaks(Heard<SourceFinding> heard, SourceCase source) {
    return heard.holds() && (heard.entry().finding().anyLabel() || source.isAnomalous());
  }

  private Detection found(SourceCase source, List<Heard<SourceFinding>> speaking) {
    Heard<SourceFinding> first = speaking.get(0);
    List<String> reputation = reputation(source, first.match());
    int severity = severity(source, Heard.worst(speaking), reputation);
    boolean opens = severity >= judgement.minSeverity();
    return detection(
        source,
        first,
        Heard.also(speaking),
        severity,
        opens,
        reputation,
        opens ? explanation(source, first) : Explanation.NONE,
        opens ? advice(source, first) : Advice.NONE);
  }

  private Optional<Detection> lingering(
      SourceCase source, List<Heard<SourceFinding>> near, boolean scan) {
    if (!near.isEmpty()) {
      return Optional.of(quiet(source, near.get(0)));
    }
    boolean counts = source.isAnomalous() && source.flows() >= judgement.minFlows() && !scan;
    return counts && isStrange(source)
        ? Optional.of(quiet(source, nameless(source)))
        : Optional.empty();
  }

  /** One window in twenty is anomalous, and of some sources each: that holds no incident open. */
  private boolean isStrange(SourceCase source) {
    return scores.severity(source.source()).byScore(source.window().score())
        >= Measure.LINGERING * judgement.minSeverity();
  }

  private Detection quiet(SourceCase source, Heard<SourceFinding> heard) {
    List<String> reputation = reputation(source, heard.match());
    return detection(
        source,
        heard,
        List.of(),
        severity(source, heard.severity(), reputation),
        false,
        reputation,
        Explanation.NONE,
        Advice.NONE);
  }

  /** A window that is anomalous, and not so much that it would alert. */
  private Heard<SourceFinding> nameless(SourceCase source) {
    return Heard.of(unusual, UnusualBehaviour.of(source, judgement.baseline()));
  }

  private List<String> reputation(SourceCase source, Match match) {
    List<String> names = new ArrayList<>(judgement.reputation().of(source.source().address()));
    if (match.target() != null) {
      names.addAll(judgement.reputation().of(match.target().address()));
    }
    return names.stream().distinct().sorted().toList();
  }

  /** An open window's score says nothing yet. */
  private int severity(SourceCase source, int byMeasure, List<String> reputation) {
    int byScore =
        source.early() ? 0 : scores.severity(source.source()).byScore(source.window().score());
    return Severity.of(byMeasure, byScore, !reputation.isEmpty());
  }

  /** What the finding says; the forest is asked once somebody is told. */
  private static Explanation explanation(SourceCase source, Heard<SourceFinding> first) {
    if (isNameless(first)) {
      return Explanation.NONE;
    }
    Match match = source.early() ? first.match().soFar() : first.match();
    return new Explanation(List.of(match.reason()), null);
  }

  private Scoring scoring(SourceCase source, boolean opens) {
    ScoredWindow window = source.window();
    return new Scoring(
        window.score(),
        scores.alertThreshold(source.source()),
        window.label(),
        window.modelId(),
        opens ? window.vector() : null);
  }

  private Advice advice(SourceCase source, Heard<SourceFinding> first) {
    Advisor advisor = judgement.advisor();
    SourceFinding finding = first.entry().finding();
    if (finding.mayBeForged(source, first.match())) {
      return advisor.aboutForged(source.source(), first.description());
    }
    if (first.match().direction() == Direction.OUTWARD && !finding.goesForTarget(first.match())) {
      return advisor.aboutHost(source.source(), first.description());
    }
    return advisor.about(
        source.source(),
        first.match(),
        first.description(),
        finding.deniedPort(),
        source.vector().windowEnd());
  }

  private static boolean isNameless(Heard<SourceFinding> heard) {
    return heard.description().tier() == Tier.NOTHING;
  }

  private static Origin origin(SourceCase source, Heard<SourceFinding> first) {
    if (isNameless(first)) {
      return Origin.SCORE;
    }
    return source.isAnomalous() ? Origin.BOTH : Origin.SIGNATURE;
  }

  private Detection detection(
      SourceCase source,
      Heard<SourceFinding> first,
      List<String> also,
      int severity,
      boolean opens,
      List<String> reputation,
      Explanation explanation,
      Advice advice) {
    TargetKey target = first.match().target();
    List<TargetCount> targets = source.targets();
    return new Detection(
        Kind.SOURCE,
        source.source(),
        target,
        "",
        first.description().id(),
        also,
        first.description().techniques().of(first.match().direction()),
        severity,
        origin(source, first),
        source.early(),
        opens,
        source.vector().windowStart(),
        source.vector().windowEnd(),
        source.window().view().firstSeen(),
        source.window().view().lastSeen(),
        source.flows(),
        source.value(Feature.BYTES_IN),
        source.value(Feature.BYTES_OUT),
        source.country(),
        1,
        targets.subList(0, Math.min(MAX_TARGETS, targets.size())),
        scoring(source, opens),
        reputation,
        explanation,
        advice,
        source.vector().truth());
  }
}
