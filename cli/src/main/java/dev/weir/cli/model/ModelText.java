package dev.weir.cli.model;

import dev.weir.feature.Feature;
import dev.weir.model.AlertRate;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import dev.weir.model.TrainingStatistics;
import dev.weir.network.NetworkSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A model in lines for a person. */
final class ModelText {

  private final Model model;
  private final List<String> lines = new ArrayList<>();

  ModelText(Model model) {
    this.model = model;
  }

  List<String> lines() {
    line("model", "%s", model.id());
    printTraining(model.statistics());
    printWindows();
    model.segments().list().forEach(this::print);
    return lines;
  }

  private void printTraining(TrainingStatistics of) {
    line(
        "history",
        "%s, %,d entries: %,d flows, %,d dead letters, %,d ignored, %,d late; %s to %s",
        of.format(),
        of.entries(),
        of.flows(),
        of.deadLetters(),
        of.ignored(),
        of.lateFlows(),
        Instant.ofEpochMilli(of.firstEventTime()),
        Instant.ofEpochMilli(of.lastEventTime()));
    line(
        "windows",
        "%,d of %s from %,d sources, %,d sampled",
        of.windows(),
        model.window(),
        of.sources(),
        of.sampledWindows());
    line(
        "training",
        "seed %d, contamination %s, %.2f %% labelled anomalous",
        of.seed(),
        of.contamination(),
        100 * of.observedRate());
    AlertRate alerts = of.alerts();
    if (alerts.isKnown()) {
      line(
          "alerts",
          "%s windows a day asked, %.2f expected (%.2f to %.2f)",
          Numbers.text(alerts.budget()),
          alerts.expected(),
          alerts.low(),
          alerts.high());
    }
    line("hours", "%s in UTC: %s", of.hours(), Week.text(of.hours()));
  }

  private void printWindows() {
    List<Feature> seen = model.transform().features();
    line(
        "features",
        "%d, %s: %s",
        seen.size(),
        model.transform().logScale() ? "scaled by the schema" : "raw",
        String.join(", ", seen.stream().map(Feature::id).toList()));
    List<String> dropped = model.statistics().droppedFeatures();
    if (!dropped.isEmpty()) {
      line("left out", "%s (constant or missing)", String.join(", ", dropped));
    }
    line(
        "settings",
        "critical ports %s; short flows last %d ms at most",
        model.settings().criticalPorts().toList(),
        model.settings().shortFlowMillis());
    NetworkSettings network = model.network();
    line(
        "network",
        "orientation %s, single vantage %s, NAT %s, scope %s, IPv6 by /%d, description %s",
        onOff(network.orientation()),
        onOff(network.singleVantage()),
        onOff(network.nat()),
        network.scope(),
        network.ipv6Prefix(),
        network.network().isEmpty() ? "none" : network.network());
    line(
        "knows",
        "%,d ports, %,d countries, %,d targets, the peaks of %,d",
        model.frequencies().ports().size(),
        model.frequencies().countries().size(),
        model.targets().known().hashes().length,
        model.targets().peaks().size());
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private void print(Segment segment) {
    line(
        "segment",
        "%s: %s; labels above %.4f, alerts above %.4f",
        segment.name(),
        forest(segment),
        segment.labelThreshold(),
        segment.alertThreshold());
    line(
        "scores",
        "median %.3f, 99 %% up to %.3f, highest %.3f",
        segment.scores().median(),
        segment.scores().p99(),
        segment.scores().max());
    lines.add(row("feature", "missing", "median", "p99", "max"));
    for (FeatureBaseline baseline : segment.baselines()) {
      lines.add(
          row(
              baseline.feature().id(),
              String.format(Locale.ROOT, "%.1f %%", 100 * baseline.missing()),
              Numbers.text(baseline.raw().median()),
              Numbers.text(baseline.raw().p99()),
              Numbers.text(baseline.raw().max())));
    }
  }

  private String forest(Segment segment) {
    Segment all = model.segments().all();
    return segment.sharesForestOf(all)
        ? "the forest of " + all.name()
        : String.format(
            Locale.ROOT,
            "%d trees of %,d windows",
            segment.forest().size(),
            segment.forest().subsample());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "          %-24s %9s %12s %12s %12s", cells);
  }

  private void line(String name, String format, Object... values) {
    lines.add(
        String.format(Locale.ROOT, "%-9s %s", name, String.format(Locale.ROOT, format, values)));
  }
}
