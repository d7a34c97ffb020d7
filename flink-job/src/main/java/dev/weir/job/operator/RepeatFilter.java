package dev.weir.job.operator;

import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.SetAside;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sets flows aside whose log event came before from the same split. Stands directly behind the
 * source, with as many subtasks, so that a split's flows all pass the same one.
 */
public final class RepeatFilter extends ProcessFunction<Entry, Entry>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  private final int remembered;
  private transient SplitMemories memories;

  /**
   * Remembers events.
   *
   * @param remembered how many of each split at least
   */
  public RepeatFilter(int remembered) {
    this.remembered = remembered;
  }

  @Override
  public void processElement(Entry entry, Context context, Collector<Entry> out) throws Exception {
    if (entry instanceof DeliveredFlow delivered) {
      boolean isNew = memories.of(delivered.split()).add(delivered.event());
      out.collect(isNew ? delivered.flow() : SetAside.DUPLICATE_EVENT);
    } else {
      out.collect(entry);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    memories = new SplitMemories(remembered);
    memories.initialize(context, getRuntimeContext().getTaskInfo());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    memories.snapshot();
  }
}
