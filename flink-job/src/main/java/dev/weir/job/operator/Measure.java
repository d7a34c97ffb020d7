package dev.weir.job.operator;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import java.io.Serializable;
import java.util.List;

/**
 * How windows are measured, as it travels with the job graph: all that {@link PreAggregator} and
 * {@link ViewWindows} need of a model.
 *
 * @param known hashes of known targets; empty for a view that asks for none
 */
record Measure(
    long size, long slide, List<Integer> criticalPorts, long shortFlowMillis, int[] known)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static Measure of(WindowSpec window, FeatureSettings settings, KnownTargets known) {
    return new Measure(
        window.size(),
        window.slide(),
        settings.criticalPorts().toList(),
        settings.shortFlowMillis(),
        known.hashes());
  }

  WindowSpec window() {
    return new WindowSpec(size, slide);
  }

  FeatureSettings settings() {
    return new FeatureSettings(PortSet.of(criticalPorts), shortFlowMillis);
  }

  KnownTargets knownTargets() {
    return KnownTargets.ofHashes(known);
  }

  /**
   * In words, as savepoints keep it. Without the known targets, which no feature depends on: a new
   * model may take windows over.
   */
  String text() {
    return "windows of "
        + window()
        + ", short flows of "
        + shortFlowMillis
        + " ms, critical ports "
        + settings().criticalPorts();
  }
}
