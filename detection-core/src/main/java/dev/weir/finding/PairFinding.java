package dev.weir.finding;

import dev.weir.feature.PairView;
import dev.weir.feature.TargetKey;

/** Found in how a source keeps coming back to a target. */
interface PairFinding extends Finding {

  /** The measure where the shape is there, else null. */
  Match match(PairView view, Baseline baseline);

  /** What it is at such a target; null where it has no name. */
  Technique technique(TargetKey target);
}
