package dev.weir.vector;

import dev.weir.feature.FeatureVector;
import dev.weir.feature.TargetView;

/** Takes windows that somebody measured. */
public interface VectorCollector {

  /** A source's window. */
  void vector(FeatureVector vector);

  /** A target's window; what no training needs of it is absent. */
  void target(TargetView view);
}
