package dev.weir.cli.traffic;

/** What became of an attempt to talk. */
enum Outcome {
  /** It was answered and carried what it was to carry. */
  SERVED,
  /** The host answered that nobody listens. */
  RESET,
  /** It was let through, and nobody answered. */
  SILENT,
  /** The network refused it. */
  REFUSED
}
