package dev.weir.job.source.kinesis;

import org.apache.flink.api.connector.source.SourceSplit;

/** A shard, and how far it has been read. */
record ShardSplit(Shard shard, Position position) implements SourceSplit {

  @Override
  public String splitId() {
    return shard.id();
  }

  /** The same shard, read further. */
  ShardSplit at(Position further) {
    return new ShardSplit(shard, further);
  }

  boolean hasEnded() {
    return position instanceof Position.Ended;
  }
}
