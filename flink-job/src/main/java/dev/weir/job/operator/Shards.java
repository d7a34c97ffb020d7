package dev.weir.job.operator;

import dev.weir.feature.SourceView;
import dev.weir.feature.ViewKey;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WindowPart;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * What the job's state is keyed by: sources, and targets, in as many shards as Flink has key
 * groups, one in each. A key of one source would want a timer for each of its windows; so all
 * windows of a shard that close together take one, lie side by side, and are scored as a batch.
 * Rescaling moves key groups, and so loses nothing by it.
 *
 * @param <P> parts of windows of one view
 */
public final class Shards<P extends WindowPart<?>> implements KeySelector<P, Integer> {

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

  /** The shard of a source or target: fixed for good, as state lies there. */
  static Integer of(ViewKey key) {
    return KEYS[key.share(COUNT)];
  }

  /** The shards of views of sources: those that their windows lay in. */
  public static KeySelector<SourceView, Integer> ofViews() {
    return view -> of(view.vector().source());
  }

  @Override
  public Integer getKey(P partial) {
    return of(partial.key());
  }
}
