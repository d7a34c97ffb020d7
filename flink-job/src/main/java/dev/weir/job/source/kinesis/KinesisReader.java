package dev.weir.job.source.kinesis;

import dev.weir.flow.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.fetcher.SingleThreadFetcherManager;

/**
 * Reads shards and remembers how far. A shard that has ended is remembered as such until a
 * checkpoint that says so is complete: the word of it may not have reached the enumerator's part of
 * that checkpoint, and is said again by whoever goes on from there.
 */
@SuppressWarnings("try") // Flink's reader says that its closing may throw anything.
final class KinesisReader
    extends SingleThreadMultiplexSourceReaderBase<Message, Entry, ShardSplit, SplitState> {

  private final Map<String, List<Shard>> children;

  /** Shards that have ended since the last snapshot. */
  private final List<ShardSplit> ended = new ArrayList<>();

  /** Those that had by earlier ones, by the first checkpoint that says so. */
  private final TreeMap<Long, List<ShardSplit>> said = new TreeMap<>();

  /**
   * Reads nothing yet.
   *
   * @param children what came of shards that have ended, as whoever polls them tells
   */
  KinesisReader(
      SingleThreadFetcherManager<Message, ShardSplit> fetchers,
      KinesisEntries entries,
      SourceReaderContext context,
      Map<String, List<Shard>> children) {
    super(fetchers, entries, context.getConfiguration(), context);
    this.children = children;
  }

  @Override
  protected void onSplitFinished(Map<String, SplitState> finished) {
    finished.forEach(
        (shard, state) -> {
          List<Shard> followers = children.remove(shard);
          ended.add(state.toSplit().at(new Position.Ended(followers)));
          context.sendSourceEventToCoordinator(new ShardEnded(shard, followers));
        });
  }

  @Override
  public List<ShardSplit> snapshotState(long checkpointId) {
    if (!ended.isEmpty()) {
      said.put(checkpointId, List.copyOf(ended));
      ended.clear();
    }
    List<ShardSplit> splits = new ArrayList<>(super.snapshotState(checkpointId));
    said.values().forEach(splits::addAll);
    return splits;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    said.headMap(checkpointId, true).clear();
  }

  @Override
  protected SplitState initializedState(ShardSplit split) {
    return new SplitState(split);
  }

  @Override
  protected ShardSplit toSplitType(String shard, SplitState state) {
    return state.toSplit();
  }
}
