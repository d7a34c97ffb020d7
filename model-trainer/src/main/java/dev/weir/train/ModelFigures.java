package dev.weir.train;

import dev.weir.model.AlertRate;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import java.util.List;
import java.util.Locale;

/** Figures of a model for the report. */
final class ModelFigures {

  private ModelFigures() {}

  /** How often scores alone will alert. */
  static List<Figure> alarmRate(Model model) {
    AlertRate alerts = model.statistics().alerts();
    return List.of(
        new Figure(
            "asked",
            AlertBudget.text(alerts.budget()),
            "windows a day that were to alert by their score alone"),
        new Figure(
            "expected",
            AlertBudget.text(alerts.expected()),
            "windows a day that will, told by scores of time that the forest had not seen"),
        new Figure(
            "interval",
            AlertBudget.text(alerts.low()) + " to " + AlertBudget.text(alerts.high()),
            "holds the expected number with 90 % certainty"));
  }

  /** What each segment was grown from, and where it labels and alerts. */
  static List<Figure> segments(Model model) {
    return model.segments().list().stream()
        .map(
            segment ->
                new Figure(
                    segment.name(), thresholds(segment), SegmentWindows.text(model, segment)))
        .toList();
  }

  private static String thresholds(Segment segment) {
    return String.format(
        Locale.ROOT,
        "anomalous above %.4f, alerts above %.4f",
        segment.labelThreshold(),
        segment.alertThreshold());
  }
}
