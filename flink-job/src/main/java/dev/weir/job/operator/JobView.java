package dev.weir.job.operator;

import dev.weir.feature.Accumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.Late;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.SourceViews;
import dev.weir.feature.TargetAccumulator;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetViews;
import dev.weir.feature.ViewKey;
import dev.weir.feature.WindowSpec;
import dev.weir.feature.WindowedView;
import dev.weir.job.types.Packing;
import dev.weir.job.types.WireType;
import dev.weir.model.Model;
import java.io.Serializable;

/**
 * A view of flows as it travels with the job graph: what {@link PreAggregator} and {@link
 * ViewWindows} need to know to work for it.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one in one window
 * @param <V> what a window comes to
 */
public final class JobView<K extends ViewKey, A extends Accumulator<A>, V> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Measure measure;
  private final Maker<K, A, V> maker;
  private final String state;
  private final WireType key;
  private final WireType accumulator;
  private final Packing.Reader<A> reader;
  private final LateParts<K> late;

  /** Makes the view where it is needed. */
  private interface Maker<K extends ViewKey, A extends Accumulator<A>, V> extends Serializable {
    WindowedView<K, A, V> of(Measure measure);
  }

  /** What is said of flows that are late. */
  interface LateParts<K> extends Serializable {
    Late of(K key, long windowStart, long windowEnd, long flows);
  }

  private JobView(
      Measure measure,
      Maker<K, A, V> maker,
      String state,
      WireType key,
      WireType accumulator,
      Packing.Reader<A> reader,
      LateParts<K> late) {
    this.measure = measure;
    this.maker = maker;
    this.state = state;
    this.key = key;
    this.accumulator = accumulator;
    this.reader = reader;
    this.late = late;
  }

  /** The source view as the model's training had it. */
  public static JobView<SourceKey, SourceAccumulator, SourceView> ofSources(Model model) {
    return ofSources(model.window(), model.settings(), model.targets().known());
  }

  /** The source view of whoever has no model yet. */
  public static JobView<SourceKey, SourceAccumulator, SourceView> ofSources(
      WindowSpec window, FeatureSettings settings) {
    return ofSources(window, settings, KnownTargets.NONE);
  }

  /** The source view: the one that accounts for flows. */
  static JobView<SourceKey, SourceAccumulator, SourceView> ofSources(
      WindowSpec window, FeatureSettings settings, KnownTargets known) {
    return new JobView<>(
        Measure.of(window, settings, known),
        measure -> new SourceViews(measure.window(), measure.settings(), measure.knownTargets()),
        "sources",
        WireType.SOURCE_KEY,
        WireType.ACCUMULATOR,
        SourceAccumulator::read,
        Late.Flows::new);
  }

  /** The target view as the model's training had it. */
  public static JobView<TargetKey, TargetAccumulator, TargetView> ofTargets(Model model) {
    return ofTargets(model.window(), model.settings());
  }

  /** The target view. Each of its flows is in the source view too, and accounted for there. */
  public static JobView<TargetKey, TargetAccumulator, TargetView> ofTargets(
      WindowSpec window, FeatureSettings settings) {
    return new JobView<>(
        Measure.of(window, settings, KnownTargets.NONE),
        measure -> new TargetViews(measure.window(), measure.settings()),
        "targets",
        WireType.TARGET_KEY,
        WireType.TARGET_ACCUMULATOR,
        TargetAccumulator::read,
        null);
  }

  Measure measure() {
    return measure;
  }

  WindowedView<K, A, V> view() {
    return maker.of(measure);
  }

  /** What savepoints call the windows. */
  String state() {
    return state;
  }

  WireType key() {
    return key;
  }

  WireType accumulator() {
    return accumulator;
  }

  Packing<A> packing() {
    return new Packing<>(reader);
  }

  /** Whether flows are accounted for, and late ones reported, by this view. */
  boolean accounts() {
    return late != null;
  }

  LateParts<K> late() {
    return late;
  }
}
