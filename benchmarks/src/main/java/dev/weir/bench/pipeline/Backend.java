package dev.weir.bench.pipeline;

import java.util.Locale;

/** Where Flink keeps a job's state. */
public enum Backend {
  /** As objects in the JVM. */
  HEAP("hashmap"),
  /** As bytes in RocksDB, with incremental checkpoints. */
  ROCKSDB("rocksdb");

  private final String flinkName;

  Backend(String flinkName) {
    this.flinkName = flinkName;
  }

  String flinkName() {
    return flinkName;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
