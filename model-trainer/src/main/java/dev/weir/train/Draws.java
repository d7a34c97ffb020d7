package dev.weir.train;

import java.util.SplittableRandom;

/**
 * The random draws of a training. Each has a stream of its own from the one seed: were they alike,
 * the sample of windows and the trees' samples of it would be drawn by the same numbers.
 */
enum Draws {
  /** Which windows are kept of a long history. */
  SAMPLE,
  /** What stands in for absent values while trees grow. */
  IMPUTATION,
  /** Each tree's own windows and splits. */
  TREES,
  /** Which windows of targets are kept of a long history. */
  TARGETS,
  /** Which hours count again and again to tell how far a rate may be off. */
  RATES,
  /** Which windows are kept of what a model is tried on. */
  TRIAL;

  /** The stream of a seed: the same again and again. */
  SplittableRandom random(long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    for (int i = 0; i < ordinal(); i++) {
      root.split();
    }
    return root.split();
  }
}
