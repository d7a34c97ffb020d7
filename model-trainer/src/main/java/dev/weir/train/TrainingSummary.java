package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.model.AlertRate;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import dev.weir.model.TrainingStatistics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells a person in a few lines what was learned, and how far to believe it. */
final class TrainingSummary {

  private final Model model;
  private final TrainingStatistics of;
  private final PrintWriter out;

  private TrainingSummary(Model model, PrintWriter out) {
    this.model = model;
    this.of = model.statistics();
    this.out = out;
  }

  static void print(TrainedModel trained, Path output, PrintWriter out) {
    TrainingSummary summary = new TrainingSummary(trained.model(), out);
    summary.printHistory();
    summary.printNetwork(trained);
    summary.printForest();
    summary.printScores();
    summary.printSegments();
    summary.printAlerts();
    summary.print("trial", trained.evaluation());
    summary.print("seeds", trained.stability());
    for (String warning : trained.warnings()) {
      summary.line("warning", "%s", warning);
    }
    summary.line("model", "%s in %s", trained.model().id(), output);
  }

  private void printHistory() {
    line(
        "history",
        "%,d entries: %,d flows, %,d dead letters, %,d ignored; %s to %s",
        of.entries(),
        of.flows(),
        of.deadLetters(),
        of.ignored(),
        Instant.ofEpochMilli(of.firstEventTime()),
        Instant.ofEpochMilli(of.lastEventTime()));
    line(
        "windows",
        "%,d of %s from %,d sources, %,d sampled, %,d flows late",
        of.windows(),
        model.window(),
        of.sources(),
        of.sampledWindows(),
        of.lateFlows());
  }

  private void printNetwork(TrainedModel trained) {
    if (!trained.setAside().isEmpty()) {
      line("set aside", "%s", trained.setAside());
    }
    if (!trained.repairs().isEmpty()) {
      line("repaired", "flows by what was mended %s", trained.repairs());
    }
    trained.sights().summary().ifPresent(summary -> line("network", "%s", summary));
  }

  private void printForest() {
    line(
        "forest",
        "%d trees of %d windows over %d features: %s",
        model.segment().forest().size(),
        model.segment().forest().subsample(),
        model.transform().columns(),
        String.join(", ", model.transform().features().stream().map(Feature::id).toList()));
    if (!of.droppedFeatures().isEmpty()) {
      line("left out", "%s (constant or missing)", String.join(", ", of.droppedFeatures()));
    }
  }

  private void printScores() {
    Segment segment = model.segment();
    boolean one = model.segments().isOne();
    line(
        "scores",
        "median %.3f, 99 %% up to %.3f, highest %.3f",
        segment.scores().median(),
        segment.scores().p99(),
        segment.scores().max());
    line(
        "labels",
        "anomalous%s: %.2f %% of the windows (asked: %.2f %%)%s",
        one ? format(" above %.4f", segment.labelThreshold()) : "",
        100 * of.observedRate(),
        100 * of.contamination(),
        one ? format("; alerts above %.4f", segment.alertThreshold()) : "");
  }

  private void printSegments() {
    if (model.segments().isOne()) {
      return;
    }
    for (Segment segment : model.segments().list()) {
      line(
          "segment",
          "%s: %s; anomalous above %.4f, alerts above %.4f",
          segment.name(),
          SegmentWindows.text(model, segment),
          segment.labelThreshold(),
          segment.alertThreshold());
    }
  }

  private void printAlerts() {
    AlertRate alerts = of.alerts();
    line(
        "alerts",
        "%s windows a day expected by their score alone, %s to %s with 90 %% certainty (asked: %s)",
        AlertBudget.text(alerts.expected()),
        AlertBudget.text(alerts.low()),
        AlertBudget.text(alerts.high()),
        AlertBudget.text(alerts.budget()));
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void print(String name, List<Figure> figures) {
    figures.forEach(figure -> line(name, "%s: %s", figure.name(), figure.value()));
  }

  private void line(String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-9s %s%n", name, String.format(Locale.ROOT, format, values));
  }
}
