package dev.weir.train;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.Repair;
import dev.weir.decode.RepairCounts;
import dev.weir.feature.DistinctSketch;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceVectors;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetViews;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Truth;
import dev.weir.model.Frequencies;
import dev.weir.model.TargetBaseline;
import dev.weir.network.Sights;
import dev.weir.vector.VectorCollector;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was read of the history: every entry accounted for, and the sample that a model is fitted
 * to.
 */
final class History implements EntryCollector, VectorCollector {

  private final WindowSpec window;
  private final Windower<?, ?, FeatureVector> windower;
  private final Windower<?, ?, TargetView> targetWindower;
  private final WindowSample vectors;
  private final TargetHistory targets;
  private final Map<DeadLetterReason, Long> deadLetters = new EnumMap<>(DeadLetterReason.class);
  private final Map<SetAside, Long> setAside = new EnumMap<>(SetAside.class);
  private final DistinctSketch sources = new DistinctSketch();
  private final HoursCovered hours = new HoursCovered();
  private final FlowCounts counts = new FlowCounts();
  private long counted;
  private long unoriented;
  private long unknown;
  private long repeated;
  private long flows;
  private long ignored;
  private long firstEventTime = Long.MAX_VALUE;
  private long lastEventTime = Long.MIN_VALUE;
  private final RepairCounts repairs = new RepairCounts();
  private long longRecords;
  private long attacks;
  private long attackedWindows;

  History(FitOptions options, long outOfOrderness) {
    window = options.window();
    vectors = new WindowSample(options.sampleSize(), Draws.SAMPLE.random(options.seed()));
    windower =
        new Windower<>(
            new SourceVectors(options.window(), options.settings()),
            outOfOrderness,
            this::windowClosed);
    targets = new TargetHistory(options);
    targetWindower =
        new Windower<>(
            new TargetViews(options.window(), options.settings()), outOfOrderness, targets::add);
  }

  private void windowClosed(FeatureVector vector) {
    vectors.add(vector);
    hours.add(vector);
    sources.add(DistinctSketch.hash(vector.source().scope() + '|' + vector.source().address()));
  }

  @Override
  public void flow(FlowRecord flow) {
    flows++;
    count(flow);
    firstEventTime = Math.min(firstEventTime, flow.eventTime());
    lastEventTime = Math.max(lastEventTime, flow.eventTime());
    if (flow.duration() > window.size()) {
      longRecords++;
    }
    if (flow.truth() == Truth.ANOMALOUS) {
      attacks++;
    }
    targetWindower.add(flow);
    if (windower.add(flow)) {
      counts.add(flow);
    }
  }

  /** Takes a window that was measured elsewhere: its flows are those that its source began. */
  @Override
  public void vector(FeatureVector vector) {
    if (window.tiles(vector.windowStart())) {
      long began = (long) vector.value(Feature.FLOW_COUNT);
      flows += began;
      counts.addFrom(vector.country(), began);
    }
    firstEventTime = Math.min(firstEventTime, vector.windowStart());
    lastEventTime = Math.max(lastEventTime, vector.windowEnd() - 1);
    attackedWindows += vector.truth() == Truth.ANOMALOUS ? 1 : 0;
    windowClosed(vector);
  }

  @Override
  public void target(TargetView view) {
    if (window.tiles(view.windowStart())) {
      counts.addTo(view.target().port(), view.flows());
    }
    targets.add(view);
  }

  private void count(FlowRecord flow) {
    counted++;
    unoriented += Sights.isUnoriented(flow) ? 1 : 0;
    unknown += Sights.isUnknown(flow) ? 1 : 0;
    repeated += Sights.isRepeated(flow) ? 1 : 0;
  }

  @Override
  public void repaired(Repair repair) {
    repairs.add(repair);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    flows++;
    setAside.merge(reason, 1L, Long::sum);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    deadLetters.merge(reason, 1L, Long::sum);
  }

  @Override
  public void ignored(Ignored reason) {
    ignored++;
  }

  /** What was mended in flows. */
  RepairCounts repairs() {
    return repairs;
  }

  /** Flows that are labelled as attacks. */
  long attacks() {
    return attacks;
  }

  /** Windows with attacks among those that were measured elsewhere. */
  long attackedWindows() {
    return attackedWindows;
  }

  /** Closes every window: the history is over. */
  void end() {
    windower.end();
    targetWindower.end();
  }

  /** The sample, which depends on the windows and the seed alone. */
  WindowSample vectors() {
    return vectors;
  }

  /** The hours that have windows. */
  HoursCovered hours() {
    return hours;
  }

  /** Addresses that others come to for a service. */
  ServerAddresses servers() {
    return targets.servers();
  }

  /** What the target view was like. */
  TargetBaseline targets() {
    return targets.toBaseline();
  }

  Frequencies frequencies() {
    return counts.toFrequencies();
  }

  Map<DeadLetterReason, Long> deadLetters() {
    return deadLetters;
  }

  long deadLetterCount() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  long entries() {
    return flows + deadLetterCount() + ignored;
  }

  long flows() {
    return flows;
  }

  /** Flows that are in no window, since they must not be counted. */
  Map<SetAside, Long> setAside() {
    return setAside;
  }

  /** How well it is known where the other flows were seen. */
  Sights sights() {
    return new Sights(counted, unoriented, unknown, repeated);
  }

  long ignored() {
    return ignored;
  }

  long lateFlows() {
    return windower.late();
  }

  long sources() {
    return sources.estimate();
  }

  /** Flows that lasted longer than a window. */
  long longRecords() {
    return longRecords;
  }

  long firstEventTime() {
    return firstEventTime;
  }

  long lastEventTime() {
    return lastEventTime;
  }
}
