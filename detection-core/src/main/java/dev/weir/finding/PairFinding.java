package dev.weir.finding;

import dev.weir.feature.PairView;

/** Found in how a source keeps coming back to a target. */
interface PairFinding extends Finding {

  /** The measure where the shape is there, else null. */
  Match match(PairView view, Normal normal);
}
