package dev.weir.job.operator;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Counts that survive restarts: they lie in the operator's checkpointed state, since metrics begin
 * anew and replayed records would count twice. Shown as metrics, as {@link Counter#shown} says, and
 * as the job's accumulators, named as {@link Counter#metric} says.
 */
final class Accounts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String STATE = "accounts";
  private static final MapSerializer<String, Long> SERIALIZER =
      new MapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE);

  private final List<String> names;
  private transient long[] counts;
  private transient LongCounter[] accumulators;
  private transient ListState<Map<String, Long>> state;

  /** Counts of these names, which stand in savepoints: an order would not survive new reasons. */
  Accounts(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Takes over what the subtasks before had counted. */
  void initialize(FunctionInitializationContext context, RuntimeContext runtime) throws Exception {
    counts = new long[names.size()];
    state =
        context.getOperatorStateStore().getListState(new ListStateDescriptor<>(STATE, SERIALIZER));
    for (Map<String, Long> part : state.get()) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += part.getOrDefault(names.get(i), 0L);
      }
    }
    accumulators = new LongCounter[counts.length];
    for (int i = 0; i < counts.length; i++) {
      int index = i;
      String name = names.get(i);
      accumulators[i] = new LongCounter(counts[i]);
      runtime.addAccumulator(Counter.metric(name), accumulators[i]);
      Counter.group(runtime.getMetricGroup(), name).gauge(Counter.shown(name), () -> counts[index]);
    }
  }

  void snapshot() throws Exception {
    Map<String, Long> part = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      part.put(names.get(i), counts[i]);
    }
    state.update(List.of(part));
  }

  long get(int index) {
    return counts[index];
  }

  void add(int index) {
    add(index, 1);
  }

  void add(int index, long many) {
    counts[index] += many;
    accumulators[index].add(many);
  }
}
