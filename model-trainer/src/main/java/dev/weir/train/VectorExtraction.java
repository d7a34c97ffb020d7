package dev.weir.train;

import dev.weir.feature.Accumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceVectors;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetViews;
import dev.weir.feature.ViewKey;
import dev.weir.feature.WindowSpec;
import dev.weir.feature.WindowedView;
import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The trainer's way from flows to what it learns from, for whoever holds the job's against it: the
 * two must give the same bits.
 */
public final class VectorExtraction {

  private VectorExtraction() {}

  /**
   * The vectors of flows in the order in which they arrive, by window end, then source.
   *
   * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
   */
  public static List<FeatureVector> of(
      List<FlowRecord> flows, WindowSpec window, FeatureSettings settings, long outOfOrderness) {
    return windows(flows, new SourceVectors(window, settings), outOfOrderness);
  }

  /**
   * The target views of flows in the order in which they arrive, by window end, then target.
   *
   * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
   */
  public static List<TargetView> targets(
      List<FlowRecord> flows, WindowSpec window, FeatureSettings settings, long outOfOrderness) {
    return windows(flows, new TargetViews(window, settings), outOfOrderness);
  }

  private static <K extends ViewKey & Comparable<K>, A extends Accumulator<A>, V> List<V> windows(
      List<FlowRecord> flows, WindowedView<K, A, V> view, long outOfOrderness) {
    List<V> windows = new ArrayList<>();
    Windower<K, A, V> windower = new Windower<>(view, outOfOrderness, windows::add);
    flows.forEach(windower::add);
    windower.end();
    return windows;
  }
}
