package dev.weir.bench.pipeline;

import java.util.Locale;

/** What is measured. */
public enum Configuration {
  /** A plain consumer without Flink, in one thread. */
  CONSUMER(FlowText.JSON, Backend.HEAP),
  /** Flink, Kafka to nothing. */
  DISCARD(FlowText.JSON, Backend.HEAP),
  /** Flink, Kafka to Kafka. */
  IDENTITY(FlowText.JSON, Backend.HEAP),
  /** The job, JSON, state on the heap. */
  JSON_HEAP(FlowText.JSON, Backend.HEAP),
  /** The job, VPC lines, state on the heap. */
  VPC_HEAP(FlowText.VPC, Backend.HEAP),
  /** The job, JSON, state in RocksDB. */
  JSON_ROCKSDB(FlowText.JSON, Backend.ROCKSDB),
  /** The job, VPC lines, state in RocksDB. */
  VPC_ROCKSDB(FlowText.VPC, Backend.ROCKSDB),
  /** The job, JSON, state on the heap, every alert exactly once. */
  JSON_HEAP_EXACTLY_ONCE(FlowText.JSON, Backend.HEAP);

  private final FlowText text;
  private final Backend backend;

  Configuration(FlowText text, Backend backend) {
    this.text = text;
    this.backend = backend;
  }

  /** What the topic holds that it reads. */
  FlowText text() {
    return text;
  }

  Backend backend() {
    return backend;
  }

  /** Whether it is Weir's job rather than a yardstick. */
  boolean isJob() {
    return compareTo(JSON_HEAP) >= 0;
  }

  boolean isExactlyOnce() {
    return this == JSON_HEAP_EXACTLY_ONCE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
