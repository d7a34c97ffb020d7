package dev.weir.train.report;

import dev.weir.decode.EntryCollector;
import dev.weir.explain.Explainer;
import dev.weir.feature.TargetView;
import dev.weir.finding.Detector;
import dev.weir.finding.FindingOptions;
import dev.weir.finding.Reputation;
import dev.weir.flow.FlowRecord;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import dev.weir.model.TrainingStatistics;
import dev.weir.network.Network;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at a history through the model that was fitted to it: every entry is accounted for, every
 * window scored and judged as the job would, in bounded space. Not thread-safe.
 */
public final class Inspection {

  private final Model model;
  private final Detector detector;
  private final Timeline timeline;
  private final CountryTable countries = new CountryTable();
  private final PortTable ports;
  private final FeatureTable features = new FeatureTable();
  private final WindowSample sample;
  private final ScoreHistogram scores = new ScoreHistogram();
  private final SourceTable sources = new SourceTable();
  private final Cases cases = new Cases();
  private final TrafficShare total = new TrafficShare();
  private Accounting accounting;

  /**
   * An inspection of the history that a model comes from.
   *
   * @param network where sources and targets lie
   */
  public Inspection(Model model, Network network) {
    this.model = model;
    TrainingStatistics statistics = model.statistics();
    detector = Detector.of(model, model.targets(), FindingOptions.of(), Reputation.NONE, network);
    timeline =
        new Timeline(
            statistics.firstEventTime(), statistics.lastEventTime(), model.window().slide());
    ports = new PortTable(Set.copyOf(model.settings().criticalPorts().toList()));
    sample = new WindowSample(statistics.seed());
  }

  /**
   * Takes the entries of the history.
   *
   * @param flows is given every flow that is to go through windows
   */
  public EntryCollector entries(Consumer<FlowRecord> flows) {
    accounting = new Accounting(flows);
    return accounting;
  }

  /** Takes a window of a source that has closed. */
  public void window(InspectedViews.Window window) {
    ScoredWindow scored = model.score(window.view());
    detector.judge(scored).filter(found -> !detector.allows(found)).ifPresent(cases::add);
    features.add(scored.vector());
    sample.add(scored);
    scores.add(scored);
    sources.add(scored);
    if (model.window().tiles(scored.vector().windowStart())) {
      total.add(scored);
      timeline.add(scored, window.ports());
      countries.add(scored);
      ports.add(scored, window.ports());
    }
  }

  /** Takes a window of a target that has closed. */
  public void target(TargetView view) {
    detector.judge(view).filter(found -> !detector.allows(found)).ifPresent(cases::add);
  }

  Model model() {
    return model;
  }

  Explainer explainer() {
    return new Explainer(model);
  }

  Accounting accounting() {
    return accounting;
  }

  Timeline timeline() {
    return timeline;
  }

  CountryTable countries() {
    return countries;
  }

  PortTable ports() {
    return ports;
  }

  FeatureTable features() {
    return features;
  }

  WindowSample sample() {
    return sample;
  }

  ScoreHistogram scores() {
    return scores;
  }

  SourceTable sources() {
    return sources;
  }

  Cases cases() {
    return cases;
  }

  TrafficShare total() {
    return total;
  }
}
