package dev.weir.job.source.kinesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who reads which shard: the subtask with the smallest share of the keys so far, since a shard that
 * holds twice the keys carries twice the traffic; of equals the one with fewer shards, then the
 * first. Large shards are placed first, so that small ones can even out what these leave uneven.
 */
final class Placement {

  private static final Comparator<ShardSplit> LARGEST_FIRST =
      Comparator.comparingDouble((ShardSplit split) -> -split.shard().share())
          .thenComparing(ShardSplit::splitId);

  private final double[] shares;
  private final int[] shards;

  Placement(int subtasks) {
    shares = new double[subtasks];
    shards = new int[subtasks];
  }

  /** Takes into account what a subtask reads already. */
  void add(int subtask, double share) {
    shares[subtask] += share;
    shards[subtask]++;
  }

  /** Gives each of the splits to a subtask. */
  Map<Integer, List<ShardSplit>> place(Collection<ShardSplit> splits) {
    Map<Integer, List<ShardSplit>> placed = new HashMap<>();
    splits.stream()
        .sorted(LARGEST_FIRST)
        .forEach(
            split -> {
              int subtask = leastLoaded();
              add(subtask, split.shard().share());
              placed.computeIfAbsent(subtask, s -> new ArrayList<>()).add(split);
            });
    return placed;
  }

  private int leastLoaded() {
    return IntStream.range(0, shares.length)
        .boxed()
        .min(
            Comparator.comparingDouble((Integer subtask) -> shares[subtask])
                .thenComparingInt(subtask -> shards[subtask]))
        .orElseThrow();
  }
}
