package dev.weir.finding;

import dev.weir.explain.Explanation;
import dev.weir.explain.Phrase;
import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetView;
import dev.weir.model.TargetBaseline.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges targets' windows, of which no forest knows: signatures stand on their own. */
final class TargetJudge {

  private final Catalogue<TargetFinding> catalogue;
  private final Judgement judgement;

  TargetJudge(Catalogue<TargetFinding> catalogue, Judgement judgement) {
    this.catalogue = catalogue;
    this.judgement = judgement;
  }

  TargetJudge with(Reputation reputation) {
    return new TargetJudge(catalogue, judgement.with(reputation));
  }

  Optional<Detection> judge(TargetView view) {
    List<Heard<TargetFinding>> near = new ArrayList<>();
    for (Catalogue.Entry<TargetFinding> entry : catalogue.entries()) {
      Match match = entry.finding().match(view, judgement.baseline());
      if (match != null && match.measure().lingers()) {
        near.add(Heard.of(entry, match));
      }
    }
    if (near.isEmpty()) {
      return Optional.empty();
    }
    List<Heard<TargetFinding>> speaking = Heard.ranked(near.stream().filter(Heard::holds).toList());
    if (view.early() && speaking.isEmpty()) {
      return Optional.empty();
    }
    Detection detection =
        speaking.isEmpty()
            ? detection(view, Heard.ranked(near), false)
            : detection(view, speaking, true);
    return view.early() && !detection.opens() ? Optional.empty() : Optional.of(detection);
  }

  private Detection detection(TargetView view, List<Heard<TargetFinding>> ranked, boolean speaks) {
    Heard<TargetFinding> first = ranked.get(0);
    List<String> reputation = judgement.reputation().of(view.target().address());
    int severity = Severity.of(Heard.worst(ranked), 0, !reputation.isEmpty());
    boolean opens = speaks && severity >= judgement.minSeverity();
    return new Detection(
        Kind.TARGET,
        null,
        view.target(),
        "",
        first.description().id(),
        speaks ? Heard.also(ranked) : List.of(),
        first.entry().finding().technique(first.match().direction()),
        severity,
        Origin.SIGNATURE,
        view.early(),
        opens,
        view.windowStart(),
        view.windowEnd(),
        view.firstSeen(),
        view.lastSeen(),
        view.flows(),
        view.bytesIn(),
        view.bytesOut(),
        "",
        view.sources(),
        List.of(count(view)),
        Scoring.none(judgement.modelId()),
        reputation,
        opens ? explanation(view, first.match()) : Explanation.NONE,
        opens ? Advisor.aboutMany(first.description()) : Advice.NONE,
        view.truth());
  }

  private static TargetCount count(TargetView view) {
    return new TargetCount(
        view.target(),
        view.flows(),
        0,
        (long) Targets.orZero(view.bytesIn()),
        (long) Targets.orZero(view.bytesOut()),
        0);
  }

  private Explanation explanation(TargetView view, Match match) {
    Peak peak = judgement.baseline().targets().peak(view.target());
    List<Reason> reasons = new ArrayList<>(List.of(match.reason()));
    reasons.add(
        Reasons.beyond(
            "target.sources",
            (double) view.sources(),
            (double) peak.sources(),
            Match.TARGET,
            Phrase.count("distinct source", "distinct sources")
                .in(view.windowEnd() - view.windowStart())));
    told(reasons, "target.rejected_share", view.rejectedShare(), "of flows rejected");
    told(reasons, "target.short_share", view.shortShare(), "of flows short-lived");
    return new Explanation(reasons, null);
  }

  private static void told(List<Reason> reasons, String measure, double share, String words) {
    if (share > 0) {
      reasons.add(Reasons.told(measure, share, Phrase.share(words).say(share)));
    }
  }
}
