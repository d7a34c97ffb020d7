package dev.weir.feature;

import dev.weir.flow.FlowRecord;

/** The source view without evidence: what the trainer needs of it. */
public record SourceVectors(WindowSpec window, FeatureSettings settings)
    implements WindowedView<SourceKey, FeatureAccumulator, FeatureVector> {

  @Override
  public SourceKey key(FlowRecord flow) {
    return SourceKey.of(flow);
  }

  @Override
  public FeatureAccumulator empty() {
    return new FeatureAccumulator();
  }

  @Override
  public void add(FeatureAccumulator seen, FlowRecord flow, long windowStart) {
    seen.add(flow, windowStart, window, settings);
  }

  @Override
  public FeatureVector close(SourceKey source, long windowStart, FeatureAccumulator seen) {
    return seen.toVector(source, windowStart, window);
  }

  @Override
  public FeatureVector look(SourceKey source, long windowStart, FeatureAccumulator seen) {
    return close(source, windowStart, seen);
  }
}
