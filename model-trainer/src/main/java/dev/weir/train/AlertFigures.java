package dev.weir.train;

import dev.weir.model.AlertRate;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a model says of how often it alerts, and by what segments. */
public final class AlertFigures {

  private AlertFigures() {}

  /** How many windows a day alert by their score alone; nothing where the model does not tell. */
  public static List<Figure> rate(Model model) {
    AlertRate alerts = model.statistics().alerts();
    if (!alerts.isKnown()) {
      return List.of();
    }
    return List.of(
        new Figure(
            "asked",
            AlertBudget.text(alerts.budget()) + " windows a day",
            "The budget of windows that may alert by their score alone (--alert-budget)."),
        new Figure(
            "expected",
            AlertBudget.text(alerts.expected()) + " windows a day",
            "How many will, if days to come are like the history's."),
        new Figure(
            "interval",
            AlertBudget.text(alerts.low()) + " to " + AlertBudget.text(alerts.high()),
            "The expected number lies there with 90 % certainty; single days vary by more."),
        new Figure(
            "hours covered",
            model.statistics().hours().size() + " of 168",
            "Hours of the week that the history has windows of; alerts outside say so."));
  }

  /** The segments with their thresholds. */
  public static List<Figure> segments(Model model) {
    List<Figure> figures = new ArrayList<>();
    for (Segment segment : model.segments().list()) {
      figures.add(
          new Figure(
              "segment " + segment.name(),
              SegmentWindows.text(model, segment),
              String.format(
                  Locale.ROOT,
                  "Labelled anomalous above %.4f, alerts above %.4f.",
                  segment.labelThreshold(),
                  segment.alertThreshold())));
    }
    return figures;
  }
}
