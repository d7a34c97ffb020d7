package dev.weir.drift;

import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.finding.Advice;
import dev.weir.finding.Detection;
import dev.weir.finding.DriftSettings;
import dev.weir.finding.Kind;
import dev.weir.finding.ModelFinding;
import dev.weir.finding.Origin;
import dev.weir.finding.Scoring;
import dev.weir.flow.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What is told when an hour is over.
 *
 * @param hour its beginning, epoch milliseconds
 */
record DriftTold(DriftSettings settings, long hour, String modelId) {

  /** An index ten times what is too much means a model of another network. */
  private static final double PER_TENFOLD = 40;

  /** No attack: never as urgent as the worst of these. */
  private static final int MOST_SEVERITY = 85;

  /** Of one quantity. */
  static Reason reason(String quantity, double index) {
    String text =
        String.format(
            Locale.ROOT,
            "over the last day %s lies otherwise than in training: stability index %.2f, where 0.1"
                + " is little and 0.25 much",
            quantity,
            index);
    return Reasons.told(quantity, index, text);
  }

  /** One for all that has drifted: what one cause has moved is one thing to look at. */
  Detection drifted(List<Reason> reasons) {
    List<Reason> worstFirst =
        reasons.stream().sorted(Comparator.comparingDouble(Reason::value).reversed()).toList();
    ModelFinding drift = settings.drift();
    double tenfold = StrictMath.log10(worstFirst.get(0).value() / settings.index());
    int severity = (int) Math.min(MOST_SEVERITY, drift.severity() + PER_TENFOLD * tenfold);
    return detection(drift, drift.id(), severity, worstFirst);
  }

  /**
   * Of one feature.
   *
   * @param share of the hour's windows that lack it
   * @param before share of the training windows
   */
  Detection missing(String feature, double share, double before) {
    String text =
        String.format(
            Locale.ROOT,
            "%.0f %% of the windows of the last hour lack %s; in training %.0f %% did",
            100 * share,
            feature,
            100 * before);
    ModelFinding missing = settings.missing();
    return detection(
        missing,
        missing.id() + ' ' + feature,
        missing.severity(),
        List.of(Reasons.told(feature, share, text)));
  }

  private Detection detection(
      ModelFinding finding, String topic, int severity, List<Reason> reasons) {
    return new Detection(
        Kind.MODEL,
        null,
        null,
        topic,
        finding.id(),
        List.of(),
        null,
        severity,
        Origin.SIGNATURE,
        false,
        true,
        hour,
        hour + DriftCounts.HOUR,
        hour,
        hour + DriftCounts.HOUR - 1,
        0,
        Double.NaN,
        Double.NaN,
        "",
        0,
        List.of(),
        Scoring.none(modelId),
        List.of(),
        new Explanation(reasons, null),
        new Advice(finding.advice(), null),
        Truth.UNKNOWN);
  }
}
