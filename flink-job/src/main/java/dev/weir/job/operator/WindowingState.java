package dev.weir.job.operator;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * What windows in a savepoint need besides themselves: how they were measured, since accumulators
 * of other windows or settings can't be gone on with; and how far event time was, since Flink
 * starts it anew, and a window that has fired must not open again.
 */
final class WindowingState {

  private final String measure;
  private final ListState<String> measures;
  private final ListState<Long> watermarks;
  private long watermark = Long.MIN_VALUE;

  private WindowingState(String measure, ListState<String> measures, ListState<Long> watermarks) {
    this.measure = measure;
    this.measures = measures;
    this.watermarks = watermarks;
  }

  /**
   * The state of a subtask that begins or goes on.
   *
   * @throws IllegalStateException where it would go on with another measure
   */
  static WindowingState of(FunctionInitializationContext context, Measure measure)
      throws Exception {
    OperatorStateStore store = context.getOperatorStateStore();
    WindowingState state =
        new WindowingState(
            measure.text(),
            store.getUnionListState(new ListStateDescriptor<>("measure", Types.STRING)),
            store.getUnionListState(new ListStateDescriptor<>("watermark", Types.LONG)));
    for (String before : state.measures.get()) {
      if (!before.equals(state.measure)) {
        throw new IllegalStateException(
            "the savepoint holds "
                + before
                + ", but the model has "
                + state.measure
                + "; end the job with --drain and start this model without a savepoint");
      }
    }
    for (long before : state.watermarks.get()) {
      state.watermark = Math.max(state.watermark, before);
    }
    return state;
  }

  /** The watermark that counts: the current one, or that of the savepoint while it is ahead. */
  long watermark(long current) {
    watermark = Math.max(watermark, current);
    return watermark;
  }

  void snapshot() throws Exception {
    measures.update(List.of(measure));
    watermarks.update(List.of(watermark));
  }
}
