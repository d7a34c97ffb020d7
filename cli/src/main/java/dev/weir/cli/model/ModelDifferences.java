package dev.weir.cli.model;

import dev.weir.feature.Feature;
import dev.weir.model.AlertRate;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import dev.weir.model.TrainingStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What differs between two models: settings, history, and segment by segment what is normal. */
final class ModelDifferences {

  private final Model before;
  private final Model after;
  private final List<Difference> found = new ArrayList<>();

  private ModelDifferences(Model before, Model after) {
    this.before = before;
    this.after = after;
  }

  /** The differences, of equal models none: those that change scores first. */
  static List<Difference> between(Model before, Model after) {
    ModelDifferences differences = new ModelDifferences(before, after);
    if (!before.id().equals(after.id())) {
      differences.compareSettings();
      differences.compareSegments();
      differences.compareKnowledge();
      differences.compareTraining();
      if (differences.found.isEmpty()) {
        differences.say("content", "what neither settings, forests nor statistics show");
      }
    }
    return List.copyOf(differences.found);
  }

  private void compareSettings() {
    differ("window", before.window(), after.window());
    List<Feature> one = before.transform().features();
    List<Feature> other = after.transform().features();
    String gone = names(one, other);
    String come = names(other, one);
    if (!gone.isEmpty()) {
      say("features", "no longer seen: %s", gone);
    }
    if (!come.isEmpty()) {
      say("features", "seen as well: %s", come);
    }
    if (before.transform().logScale() != after.transform().logScale()) {
      say(
          "features",
          "log scale %s, then %s",
          onOff(before.transform().logScale()),
          onOff(after.transform().logScale()));
    }
    differ(
        "ports",
        before.settings().criticalPorts().toList(),
        after.settings().criticalPorts().toList());
    differ(
        "short",
        before.settings().shortFlowMillis() + " ms",
        after.settings().shortFlowMillis() + " ms");
    String placed = before.network().differencesFrom(after.network());
    if (!placed.isEmpty()) {
      say("network", "trained with %s, then otherwise", placed);
    }
    if (!before.network().network().equals(after.network().network())) {
      say("network", "--network describes another network");
    }
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  /** The features of one that the other has not. */
  private static String names(List<Feature> of, List<Feature> without) {
    return String.join(
        ", ", of.stream().filter(feature -> !without.contains(feature)).map(Feature::id).toList());
  }

  private void compareSegments() {
    Map<String, Segment> one = byName(before);
    Map<String, Segment> other = byName(after);
    for (Segment segment : one.values()) {
      if (other.containsKey(segment.name())) {
        found.addAll(SegmentDifferences.between(segment, other.get(segment.name())));
      } else {
        say(Difference.SEGMENT, "%s is gone", segment.name());
      }
    }
    other.keySet().stream()
        .filter(name -> !one.containsKey(name))
        .forEach(name -> say(Difference.SEGMENT, "%s is new", name));
  }

  private static Map<String, Segment> byName(Model model) {
    Map<String, Segment> segments = new LinkedHashMap<>();
    model.segments().list().forEach(segment -> segments.put(segment.name(), segment));
    return segments;
  }

  private void compareKnowledge() {
    if (!before.frequencies().equals(after.frequencies())) {
      say(
          "flows",
          "%,d ports and %,d countries, then %,d and %,d, or other counts of them",
          before.frequencies().ports().size(),
          before.frequencies().countries().size(),
          after.frequencies().ports().size(),
          after.frequencies().countries().size());
    }
    if (!before.targets().equals(after.targets())) {
      say(
          "targets",
          "%,d known, then %,d, or other peaks of them",
          before.targets().known().hashes().length,
          after.targets().known().hashes().length);
    }
  }

  private void compareTraining() {
    TrainingStatistics one = before.statistics();
    TrainingStatistics other = after.statistics();
    differ("format", one.format(), other.format());
    differ("history", history(one), history(other));
    differ("seed", one.seed(), other.seed());
    differ("asked", percent(one.contamination()), percent(other.contamination()));
    differ("observed", percent(one.observedRate()), percent(other.observedRate()));
    differ("budget", rate(one.alerts()), rate(other.alerts()));
    differ("hours", Week.text(one.hours()), Week.text(other.hours()));
    differ("left out", one.droppedFeatures(), other.droppedFeatures());
  }

  private static String history(TrainingStatistics of) {
    return String.format(
        Locale.ROOT,
        "%,d flows in %,d windows of %,d sources, %s to %s",
        of.flows(),
        of.windows(),
        of.sources(),
        Instant.ofEpochMilli(of.firstEventTime()),
        Instant.ofEpochMilli(of.lastEventTime()));
  }

  private static String rate(AlertRate alerts) {
    return alerts.isKnown()
        ? String.format(
            Locale.ROOT,
            "%s windows a day asked and %.2f expected",
            Numbers.text(alerts.budget()),
            alerts.expected())
        : "nothing told of alerts a day";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f %% anomalous", 100 * share);
  }

  private void differ(String subject, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      say(subject, "%s, then %s", one, other);
    }
  }

  private void say(String subject, String format, Object... values) {
    found.add(Difference.of(subject, format, values));
  }
}
