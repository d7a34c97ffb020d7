package dev.weir.job.operator;

import dev.weir.feature.PartialWindow;
import dev.weir.feature.SourceKey;
import dev.weir.job.config.DetectOptions;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * What the job's state is keyed by: sources in as many shards as Flink has key groups, one in each.
 * A key of one source would want a timer for each of its windows; so all windows of a shard that
 * close together take one, lie side by side, and are scored as a batch. Rescaling moves key groups,
 * and so loses nothing by it.
 */
public final class Shards implements KeySelector<PartialWindow, Integer> {

  private static final long serialVersionUID = 1L;
  private static final int COUNT = DetectOptions.MAX_PARALLELISM;

  /** By key group: a number that Flink puts into it. */
  private static final Integer[] KEYS = keys();

  private static Integer[] keys() {
    Integer[] keys = new Integer[COUNT];
    int found = 0;
    for (int key = 0; found < COUNT; key++) {
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, COUNT);
      if (keys[group] == null) {
        keys[group] = key;
        found++;
      }
    }
    return keys;
  }

  /** The key of a source's shard: fixed for good, as state lies there. */
  static Integer of(SourceKey source) {
    return KEYS[source.share(COUNT)];
  }

  @Override
  public Integer getKey(PartialWindow partial) {
    return of(partial.source());
  }
}
