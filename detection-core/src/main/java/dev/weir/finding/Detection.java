package dev.weir.finding;

import dev.weir.explain.Explainer;
import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.flow.Truth;
import java.util.List;

/**
 * What was found in one window of one view: incidents are made of these.
 *
 * @param kind the view that it was found in
 * @param source whose; null of kinds target and model, and of pairs that many sources make with one
 *     target, which are a matter of the target
 * @param target whose; of a source's the one that most flows went to; null where there is none
 * @param topic what a finding of kind model is about, such as a feature's id; empty of other kinds
 * @param finding id of the finding that fits best
 * @param also ids of the others that fit
 * @param technique null where none is known
 * @param severity 0 to 100
 * @param early whether the window was still open
 * @param opens whether it may open an incident; otherwise it only keeps an open one from closing
 * @param windowStart epoch milliseconds
 * @param windowEnd epoch milliseconds
 * @param firstSeen event time of the first flow, epoch milliseconds
 * @param lastSeen event time of the last, epoch milliseconds
 * @param flows of the window
 * @param bytesIn NaN where no record gives them
 * @param bytesOut NaN where no record gives them
 * @param country of the source, or empty
 * @param sources distinct sources; 1 of a source's or pair's
 * @param targets the targets with most flows
 * @param scoring what the model makes of the window
 * @param reputation names of the lists of known-bad networks that hold the source or target
 * @param explanation as far as the view tells; the forest's is added to what is told of: see {@link
 *     #explained}
 * @param truth of labelled logs
 */
public record Detection(
    Kind kind,
    SourceKey source,
    TargetKey target,
    String topic,
    String finding,
    List<String> also,
    Technique technique,
    int severity,
    Origin origin,
    boolean early,
    boolean opens,
    long windowStart,
    long windowEnd,
    long firstSeen,
    long lastSeen,
    long flows,
    double bytesIn,
    double bytesOut,
    String country,
    long sources,
    List<TargetCount> targets,
    Scoring scoring,
    List<String> reputation,
    Explanation explanation,
    Advice advice,
    Truth truth) {

  /** The finding of what is strange in a way that no other names. */
  public static final String UNUSUAL_BEHAVIOUR = "unusual-behaviour";

  /** Keeps lists of its own. */
  public Detection {
    also = List.copyOf(also);
    targets = List.copyOf(targets);
    reputation = List.copyOf(reputation);
  }

  /**
   * The same with what the forest says of it, where it has not been asked and it is that model's:
   * it takes a thousand times as long as all else, and of most that is found nobody is told.
   */
  public Detection explained(Explainer explainer) {
    if (scoring.unexplained() == null || !explainer.modelId().equals(scoring.modelId())) {
      return this;
    }
    Explanation forest = explainer.explain(scoring.unexplained(), scoring.score());
    return with(scoring.explained(), explanation.followedBy(forest));
  }

  /** The same with another's strongest reason behind its own. */
  public Detection alsoBecauseOf(Detection other) {
    List<Reason> others = other.explanation.reasons();
    return others.isEmpty() ? this : with(scoring, explanation.and(others.get(0)));
  }

  private Detection with(Scoring newScoring, Explanation newExplanation) {
    return new Detection(
        kind,
        source,
        target,
        topic,
        finding,
        also,
        technique,
        severity,
        origin,
        early,
        opens,
        windowStart,
        windowEnd,
        firstSeen,
        lastSeen,
        flows,
        bytesIn,
        bytesOut,
        country,
        sources,
        targets,
        newScoring,
        reputation,
        newExplanation,
        advice,
        truth);
  }

  /** Whether it says more than that something is unusual. */
  public boolean isNamed() {
    return !finding.equals(UNUSUAL_BEHAVIOUR);
  }
}
