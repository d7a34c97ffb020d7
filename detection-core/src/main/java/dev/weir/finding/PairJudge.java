package dev.weir.finding;

import dev.weir.explain.Explanation;
import dev.weir.explain.Phrase;
import dev.weir.explain.Quantity;
import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.feature.PairView;
import dev.weir.feature.TargetCount;
import dev.weir.flow.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges pairs, of which no forest knows: signatures stand on their own. */
final class PairJudge {

  private final Catalogue<PairFinding> catalogue;
  private final Judgement judgement;

  PairJudge(Catalogue<PairFinding> catalogue, Judgement judgement) {
    this.catalogue = catalogue;
    this.judgement = judgement;
  }

  PairJudge with(Reputation reputation) {
    return new PairJudge(catalogue, judgement.with(reputation));
  }

  Optional<Detection> judge(PairView view) {
    List<Heard<PairFinding>> near = new ArrayList<>();
    for (Catalogue.Entry<PairFinding> entry : catalogue.entries()) {
      Match match = entry.finding().match(view, judgement.baseline());
      if (match != null && match.measure().lingers()) {
        near.add(Heard.of(entry, match));
      }
    }
    return near.isEmpty() ? Optional.empty() : Optional.of(detection(view, Heard.ranked(near)));
  }

  private Detection detection(PairView view, List<Heard<PairFinding>> ranked) {
    Heard<PairFinding> first = ranked.get(0);
    List<String> reputation = reputation(view);
    int severity = Severity.of(first.severity(), 0, !reputation.isEmpty());
    boolean opens = first.holds() && severity >= judgement.minSeverity();
    return new Detection(
        Kind.PAIR,
        view.source(),
        view.target(),
        "",
        first.description().id(),
        List.of(),
        first.entry().finding().technique(view.target()),
        severity,
        Origin.SIGNATURE,
        false,
        opens,
        view.windowStart(),
        view.windowEnd(),
        view.firstSeen(),
        view.lastSeen(),
        view.contacts(),
        view.bytesIn(),
        view.bytesOut(),
        "",
        1,
        List.of(
            new TargetCount(view.target(), view.contacts(), 0, view.bytesIn(), view.bytesOut(), 0)),
        Scoring.none(judgement.modelId()),
        reputation,
        opens ? explanation(view, first.match()) : Explanation.NONE,
        opens ? advice(view, first) : Advice.NONE,
        Truth.UNKNOWN);
  }

  private List<String> reputation(PairView view) {
    List<String> names = new ArrayList<>(judgement.reputation().of(view.target().address()));
    names.addAll(judgement.reputation().of(view.source().address()));
    return names.stream().distinct().sorted().toList();
  }

  private Advice advice(PairView view, Heard<PairFinding> first) {
    return judgement
        .advisor()
        .about(
            view.source(),
            first.match(),
            first.description(),
            SourceFinding.ALL_PORTS,
            view.windowEnd());
  }

  private static Explanation explanation(PairView view, Match match) {
    List<Reason> reasons = new ArrayList<>(List.of(match.reason()));
    reasons.add(
        Reasons.told(
            "pair.regularity",
            view.regularity(),
            Phrase.share("of the pauses alike").say(view.regularity())));
    reasons.add(
        Reasons.told(
            "pair.period",
            (double) view.period(),
            "comes back every " + Quantity.time(view.period())));
    double bytes = (view.bytesIn() + (double) view.bytesOut()) / Math.max(1, view.contacts());
    reasons.add(
        Reasons.told("pair.bytes_per_contact", bytes, Phrase.bytes("a contact").say(bytes)));
    return new Explanation(reasons, null);
  }
}
