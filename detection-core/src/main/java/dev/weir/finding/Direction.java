package dev.weir.finding;

/** Which way flows go, seen from the network that is watched. */
enum Direction {
  /** From outside to inside. */
  INWARD,
  /** From inside to outside. */
  OUTWARD,
  /** Between two hosts of the network. */
  WITHIN,
  /** One end is no address, or not told. */
  UNKNOWN
}
