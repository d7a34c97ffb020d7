package dev.weir.job.source.kinesis;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;

/**
 * A shard as the stream tells of it.
 *
 * @param id grows with time: a later shard's id sorts behind those of all before it
 * @param parents shards that were split or merged into this one: none, one or two, not all of which
 *     need still exist
 * @param share of all keys that fall into this shard, 0 to 1: what it carries of the traffic if the
 *     keys are many
 */
record Shard(String id, List<String> parents, double share) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Hash keys have 128 bits. */
  private static final double ALL_KEYS = Math.scalb(1.0, 128);

  Shard {
    parents = List.copyOf(parents);
  }

  /**
   * A shard of a range of hash keys, both ends within it.
   *
   * @param first decimal, as the service writes it
   */
  static Shard of(String id, List<String> parents, String first, String last) {
    BigInteger keys = new BigInteger(last).subtract(new BigInteger(first)).add(BigInteger.ONE);
    return new Shard(id, parents, keys.doubleValue() / ALL_KEYS);
  }
}
