package dev.weir.job.operator;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.job.types.WireType;
import dev.weir.network.Sights;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Counts every entry for what it became and sends it on its way. */
public final class EntryRouter extends ProcessFunction<Entry, FlowRecord>
    implements CheckpointedFunction {

  /** Entries that could not become flows. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", WireType.DEAD_LETTER.info());

  /** When and where flows were lost. */
  public static final OutputTag<Gap> GAPS = new OutputTag<>("gaps", WireType.GAP.info());

  private static final long serialVersionUID = 1L;
  private static final int ENTRIES = 0;
  private static final int FLOWS = 1;
  private static final int UNORIENTED = 2;
  private static final int UNKNOWN_VANTAGE = 3;
  private static final int REPEATED_VANTAGE = 4;
  private static final int FIRST_IGNORED = 5;
  private static final int FIRST_SET_ASIDE = FIRST_IGNORED + Ignored.values().length;
  private static final int FIRST_DEAD_LETTER = FIRST_SET_ASIDE + SetAside.values().length;

  private final Accounts accounts = new Accounts(names());

  private static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                Counter.ENTRIES.id(),
                Counter.DECODED.id(),
                Counter.UNORIENTED.id(),
                Counter.UNKNOWN_VANTAGE.id(),
                Counter.REPEATED_VANTAGE.id()));
    for (Ignored reason : Ignored.values()) {
      names.add(Counter.of(reason));
    }
    for (SetAside reason : SetAside.values()) {
      names.add(Counter.of(reason));
    }
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      names.add(Counter.of(reason));
    }
    return names;
  }

  @Override
  public void processElement(Entry entry, Context context, Collector<FlowRecord> out) {
    accounts.add(ENTRIES);
    if (entry instanceof FlowRecord flow) {
      accounts.add(FLOWS);
      count(flow);
      out.collect(flow);
    } else if (entry instanceof SetAside reason) {
      accounts.add(FLOWS);
      accounts.add(FIRST_SET_ASIDE + reason.ordinal());
    } else if (entry instanceof DeadLetter letter) {
      accounts.add(FIRST_DEAD_LETTER + letter.reason().ordinal());
      context.output(DEAD_LETTERS, letter);
    } else if (entry instanceof Gap gap) {
      accounts.add(FIRST_IGNORED + Ignored.SKIP_DATA.ordinal());
      context.output(GAPS, gap);
    } else if (entry instanceof Ignored reason) {
      accounts.add(FIRST_IGNORED + reason.ordinal());
    } else {
      throw new IllegalStateException("a flow that has not passed the repeat filter");
    }
  }

  /** What is not well known of a flow; it is counted all the same. */
  private void count(FlowRecord flow) {
    if (Sights.isUnoriented(flow)) {
      accounts.add(UNORIENTED);
    }
    if (Sights.isUnknown(flow)) {
      accounts.add(UNKNOWN_VANTAGE);
    }
    if (Sights.isRepeated(flow)) {
      accounts.add(REPEATED_VANTAGE);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    accounts.snapshot();
  }
}
