package dev.weir.finding;

/** Found in what one source does in one window. */
interface SourceFinding extends Finding {

  /** Of a denial that is not limited to a port. */
  int ALL_PORTS = -1;

  /** The measure where the shape is there, else null. */
  Match match(SourceCase source, Baseline baseline);

  /** Whether it speaks of windows that the model labels normal, too. */
  boolean anyLabel();

  /** The one TCP port that a denial of the source should be limited to; -1 for all. */
  default int deniedPort() {
    return ALL_PORTS;
  }
}
