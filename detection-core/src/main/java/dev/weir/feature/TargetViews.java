package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;

/** The target view: sees the initiators' records that name a responder's address. */
public record TargetViews(WindowSpec window, FeatureSettings settings)
    implements WindowedView<TargetKey, TargetAccumulator, TargetView> {

  @Override
  public TargetKey key(FlowRecord flow) {
    return sees(flow) ? TargetKey.of(flow) : null;
  }

  /** Whether a flow counts as one to a target. */
  static boolean sees(FlowRecord flow) {
    return flow.side() != Side.RESPONDER && !flow.dstIp().isEmpty();
  }

  @Override
  public TargetAccumulator empty() {
    return new TargetAccumulator();
  }

  @Override
  public void add(TargetAccumulator seen, FlowRecord flow, long windowStart) {
    seen.add(flow, settings);
  }

  @Override
  public TargetView close(TargetKey target, long windowStart, TargetAccumulator seen) {
    return seen.toView(target, windowStart, window, false);
  }

  @Override
  public TargetView look(TargetKey target, long windowStart, TargetAccumulator seen) {
    return seen.toView(target, windowStart, window, true);
  }
}
