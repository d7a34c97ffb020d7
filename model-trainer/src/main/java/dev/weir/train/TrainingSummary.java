package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import dev.weir.model.TrainingStatistics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
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
    for (Figure figure : trained.evaluation()) {
      summary.line("trial", "%s: %s", figure.name(), figure.value());
    }
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
    line(
        "scores",
        "median %.3f, 99 %% up to %.3f, highest %.3f",
        segment.scores().median(),
        segment.scores().p99(),
        segment.scores().max());
    line(
        "labels",
        "anomalous above %.4f: %.2f %% of the windows (asked: %.2f %%); alerts above %.4f",
        segment.labelThreshold(),
        100 * of.observedRate(),
        100 * of.contamination(),
        segment.alertThreshold());
  }

  private void line(String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-9s %s%n", name, String.format(Locale.ROOT, format, values));
  }
}
