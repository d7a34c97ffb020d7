package dev.weir.job.operator;

import java.util.function.Supplier;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where state may lie. */
enum Backend {
  HEAP(HashMapStateBackend::new),
  ROCKSDB(EmbeddedRocksDBStateBackend::new);

  private final Supplier<StateBackend> supplier;

  Backend(Supplier<StateBackend> supplier) {
    this.supplier = supplier;
  }

  StateBackend get() {
    return supplier.get();
  }
}
