package dev.weir.model;

import dev.weir.feature.TargetKey;

/** A bounded set of targets by their hashes: may hold one more than it was given, never one less. */
public final class KnownTargets {

  /** Whether the target is among them. */
  public boolean contains(TargetKey target) {
    throw new UnsupportedOperationException();
  }
}
