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

  private TrainingSummary() {}

  static void print(TrainedModel trained, Path output, PrintWriter out) {
    Model model = trained.model();
    TrainingStatistics of = model.statistics();
    Segment segment = model.segment();
    line(
        out,
        "history",
        "%,d entries: %,d flows, %,d dead letters, %,d ignored; %s to %s",
        of.entries(),
        of.flows(),
        of.deadLetters(),
        of.ignored(),
        Instant.ofEpochMilli(of.firstEventTime()),
        Instant.ofEpochMilli(of.lastEventTime()));
    line(
        out,
        "network",
        "%s set aside; %s",
        trained.setAside().isEmpty() ? "no flows" : trained.setAside(),
        trained.sights().summary());
    line(
        out,
        "windows",
        "%,d of %s from %,d sources, %,d sampled, %,d flows late",
        of.windows(),
        model.window(),
        of.sources(),
        of.sampledWindows(),
        of.lateFlows());
    line(
        out,
        "forest",
        "%d trees of %d windows over %d features: %s",
        segment.forest().trees().size(),
        segment.forest().subsample(),
        model.transform().columns(),
        String.join(", ", model.transform().features().stream().map(Feature::id).toList()));
    if (!of.droppedFeatures().isEmpty()) {
      line(out, "left out", "%s (constant or missing)", String.join(", ", of.droppedFeatures()));
    }
    line(
        out,
        "scores",
        "median %.3f, 99 %% up to %.3f, highest %.3f",
        segment.scores().median(),
        segment.scores().p99(),
        segment.scores().max());
    line(
        out,
        "labels",
        "anomalous above %.4f: %.2f %% of the windows (asked: %.2f %%); alerts above %.4f",
        segment.labelThreshold(),
        100 * of.observedRate(),
        100 * of.contamination(),
        segment.alertThreshold());
    for (String warning : trained.warnings()) {
      line(out, "warning", "%s", warning);
    }
    line(out, "model", "%s in %s", model.id(), output);
  }

  private static void line(PrintWriter out, String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-9s %s%n", name, String.format(Locale.ROOT, format, values));
  }
}
