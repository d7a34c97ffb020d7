package dev.weir.feature;

import java.util.Arrays;
import java.util.Collection;

/**
 * A bounded set of targets by hashes of 32 bits: may hold one more than it was given, never one
 * less. Of {@link #MAX} targets, one stranger in 40,000 is taken for one of them.
 */
public final class KnownTargets {

  /** Most targets of a set. */
  public static final int MAX = 100_000;

  /** Of nothing. */
  public static final KnownTargets NONE = ofHashes(new int[0]);

  private final int[] hashes;

  private KnownTargets(int[] hashes) {
    this.hashes = hashes;
  }

  /** A set of these targets. */
  public static KnownTargets of(Collection<TargetKey> targets) {
    return ofHashes(targets.stream().mapToInt(KnownTargets::hash).sorted().distinct().toArray());
  }

  /**
   * A set by its hashes.
   *
   * @param hashes strictly ascending
   */
  public static KnownTargets ofHashes(int[] hashes) {
    if (hashes.length > MAX) {
      throw new IllegalArgumentException(hashes.length + " known targets");
    }
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] <= hashes[i - 1]) {
        throw new IllegalArgumentException("known targets that do not ascend");
      }
    }
    return new KnownTargets(hashes.clone());
  }

  /** The hash of a target, fixed for good: model files hold it. */
  public static int hash(TargetKey target) {
    return hash(TargetId.of(target.address(), target.port()));
  }

  private static int hash(long id) {
    return (int) (id >>> 31);
  }

  /** Whether the target is among them. */
  public boolean contains(TargetKey target) {
    return contains(TargetId.of(target.address(), target.port()));
  }

  boolean contains(long id) {
    return Arrays.binarySearch(hashes, hash(id)) >= 0;
  }

  /** How many hashes there are. */
  public int size() {
    return hashes.length;
  }

  /** The hashes, ascending. */
  public int[] hashes() {
    return hashes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnownTargets that && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " targets";
  }
}
