package dev.weir.job.operator;

import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** Reads an operator's accounts, as the job's client does. */
final class Counts {

  private Counts() {}

  static long of(AbstractStreamOperatorTestHarness<?> harness, String name) {
    return (Long)
        harness
            .getEnvironment()
            .getAccumulatorRegistry()
            .getUserMap()
            .get("weir." + name)
            .getLocalValue();
  }
}
