package dev.weir.job.source.kinesis;

import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;

/**
 * A reader's word that it has read a shard to its end. It may be said again after a restart.
 *
 * @param children what came of the shard, where the stream said so
 */
record ShardEnded(String shard, List<Shard> children) implements SourceEvent {

  private static final long serialVersionUID = 1L;

  ShardEnded {
    children = List.copyOf(children);
  }
}
