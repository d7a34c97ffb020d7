package dev.weir.finding;

import dev.weir.feature.TargetView;

/** Found in what comes to one target in one window, from whomever. */
interface TargetFinding extends Finding {

  /** The measure where the shape is there, else null. */
  Match match(TargetView view, Baseline baseline);
}
