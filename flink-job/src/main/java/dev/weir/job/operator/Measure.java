package dev.weir.job.operator;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import java.io.Serializable;
import java.util.List;

/**
 * How windows are measured, as it travels with the job graph: all that {@link PreAggregator} and
 * {@link SourceWindows} need of a model.
 */
record Measure(long size, long slide, List<Integer> criticalPorts, long shortFlowMillis)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static Measure of(WindowSpec window, FeatureSettings settings) {
    return new Measure(
        window.size(),
        window.slide(),
        settings.criticalPorts().toList(),
        settings.shortFlowMillis());
  }

  WindowSpec window() {
    return new WindowSpec(size, slide);
  }

  FeatureSettings settings() {
    return new FeatureSettings(PortSet.of(criticalPorts), shortFlowMillis);
  }

  /** In words, as savepoints keep it. */
  String text() {
    return "windows of "
        + window()
        + ", short flows of "
        + shortFlowMillis
        + " ms, critical ports "
        + settings().criticalPorts();
  }
}
