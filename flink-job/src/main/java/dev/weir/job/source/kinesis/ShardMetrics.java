package dev.weir.job.source.kinesis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;

/**
 * What a reader shows of its reading. Of the thread that polls, but for the gauges; that may be
 * another one later.
 */
final class ShardMetrics {

  /** How often a listing of shards failed: the enumerator's. */
  static final String DISCOVERY_FAILURES = "weir.kinesis.discovery_failures";

  private static final String SHARD = "shard";
  private static final String BEHIND = "weir.kinesis.millis_behind_latest";
  private static final long NEVER_READ = -1;

  private final MetricGroup group;
  private final Waiting clock;
  private final Counter reads;
  private final Counter throttled;
  private final Counter retries;
  private final Counter records;
  private final Counter bytes;
  private final Map<String, OfShard> shards = new ConcurrentHashMap<>();

  /** How far a shard's reader was behind, and when that was so. */
  private record Behind(long millis, long at) {}

  private record OfShard(MetricGroup group, AtomicReference<Behind> behind) {}

  /**
   * Nothing read yet.
   *
   * @param clock by which a shard that cannot be read falls behind
   */
  ShardMetrics(MetricGroup group, Waiting clock) {
    this.group = group;
    this.clock = clock;
    reads = group.counter("weir.kinesis.reads");
    throttled = group.counter("weir.kinesis.throttled");
    retries = group.counter("weir.kinesis.retries");
    records = group.counter("weir.kinesis.records");
    bytes = group.counter("weir.kinesis.bytes");
  }

  /** A shard is read from now on. */
  void add(String shard) {
    OfShard metrics = new OfShard(group.addGroup(SHARD, shard), new AtomicReference<>());
    metrics.group().gauge(BEHIND, () -> behind(metrics.behind().get()));
    shards.put(shard, metrics);
  }

  /** What comes while nothing is read is not known: that may be all that time's. */
  private long behind(Behind last) {
    return last == null ? NEVER_READ : last.millis() + clock.millis() - last.at();
  }

  /** A shard is read no longer: nobody is interested in how far one is that has ended. */
  void remove(String shard) {
    OfShard metrics = shards.remove(shard);
    if (metrics != null && metrics.group() instanceof AbstractMetricGroup<?> closeable) {
      closeable.close();
    }
  }

  /** A read gave something, if only the word that there is nothing. */
  void read(String shard, Batch batch) {
    reads.inc();
    records.inc(batch.messages().size());
    for (Message message : batch.messages()) {
      bytes.inc(message.data().length);
    }
    shards.get(shard).behind().set(new Behind(batch.millisBehind(), clock.millis()));
  }

  /** A read came too soon. */
  void throttled() {
    reads.inc();
    throttled.inc();
  }

  /** A read failed and is made again. */
  void retried() {
    reads.inc();
    retries.inc();
  }
}
