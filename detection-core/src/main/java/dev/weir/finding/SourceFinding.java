package dev.weir.finding;

/** Found in what one source does in one window. */
interface SourceFinding extends Finding {

  /** The measure where the shape is there, else null. */
  Match match(SourceCase source, Normal normal);

  /** Whether it speaks of windows that the model labels normal, too. */
  boolean anyLabel();
}
