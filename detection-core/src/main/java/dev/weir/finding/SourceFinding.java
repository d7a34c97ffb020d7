package dev.weir.finding;

/** Found in what one source does in one window. */
interface SourceFinding extends Finding {

  /** Of a denial that is not limited to a port. */
  int ALL_PORTS = -1;

  /** The measure where the shape is there, else null. */
  Match match(SourceCase source, Baseline baseline);

  /** Whether it speaks of windows that the model labels normal, too. */
  boolean anyLabel();

  /**
   * Whether a denial of the target that a match names would end it. Where it goes for many, or for
   * any, one of them is as innocent as the next.
   */
  default boolean goesForTarget(Match match) {
    return true;
  }

  /** Whether somebody else may have sent it under the source's address. */
  default boolean mayBeForged(SourceCase source, Match match) {
    return false;
  }

  /** The one TCP port that a denial of the source should be limited to; -1 for all. */
  default int deniedPort() {
    return ALL_PORTS;
  }
}
