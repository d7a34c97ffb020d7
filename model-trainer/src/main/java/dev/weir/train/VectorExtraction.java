package dev.weir.train;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The trainer's way from flows to vectors, for whoever holds the job's against it: the two must
 * give the same bits.
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
    List<FeatureVector> vectors = new ArrayList<>();
    Windower windower = new Windower(window, settings, outOfOrderness, vectors::add);
    flows.forEach(windower::add);
    windower.end();
    return vectors;
  }
}
