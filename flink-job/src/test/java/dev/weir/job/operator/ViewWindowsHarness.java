package dev.weir.job.operator;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.Late;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.SourceViews;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.Packing;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of {@link ViewWindows} of sources, driven by hand. */
final class ViewWindowsHarness implements AutoCloseable {

  private final KeyedOneInputStreamOperatorTestHarness<Integer, WindowPart<SourceKey>, SourceView>
      harness;

  private final WindowSpec window;

  private ViewWindowsHarness(
      WindowSpec window, long earlyBase, long room, StateBackend backend, int subtasks, int subtask)
      throws Exception {
    this.window = window;
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new ViewWindows<>(
                JobView.ofSources(window, FeatureSettings.DEFAULT, KnownTargets.NONE),
                earlyBase,
                room),
            new Shards<>(),
            Types.INT,
            DetectOptions.MAX_PARALLELISM,
            subtasks,
            subtask);
    harness.setStateBackend(backend);
    harness.setup(
        WireType.SOURCE_VIEW.<SourceView>info().createSerializer(new SerializerConfigImpl()));
  }

  /** On the heap. */
  static ViewWindowsHarness open(WindowSpec window) throws Exception {
    return open(window, new HashMapStateBackend());
  }

  static ViewWindowsHarness open(WindowSpec window, StateBackend backend) throws Exception {
    return open(window, 0, backend);
  }

  static ViewWindowsHarness open(WindowSpec window, long earlyBase, StateBackend backend)
      throws Exception {
    return open(window, earlyBase, 0, backend);
  }

  /**
   * One that holds few sums.
   *
   * @param room bytes of sums beside state, about
   */
  static ViewWindowsHarness open(WindowSpec window, long earlyBase, long room, StateBackend backend)
      throws Exception {
    ViewWindowsHarness opened = new ViewWindowsHarness(window, earlyBase, room, backend, 1, 0);
    opened.harness.open();
    return opened;
  }

  /** On the heap. */
  static ViewWindowsHarness restore(
      WindowSpec window, int subtasks, int subtask, OperatorSubtaskState state) throws Exception {
    return restore(window, new HashMapStateBackend(), subtasks, subtask, state);
  }

  static ViewWindowsHarness restore(
      WindowSpec window,
      StateBackend backend,
      int subtasks,
      int subtask,
      OperatorSubtaskState state)
      throws Exception {
    return new ViewWindowsHarness(window, 0, 0, backend, subtasks, subtask).restored(state);
  }

  /** One that holds few sums and looks at open windows. */
  static ViewWindowsHarness restore(
      WindowSpec window,
      long earlyBase,
      long room,
      StateBackend backend,
      OperatorSubtaskState state)
      throws Exception {
    return new ViewWindowsHarness(window, earlyBase, room, backend, 1, 0).restored(state);
  }

  private ViewWindowsHarness restored(OperatorSubtaskState state) throws Exception {
    harness.initializeState(state);
    harness.open();
    return this;
  }

  /** A flow by itself, as each of its windows' parts. */
  void take(FlowRecord flow) throws Exception {
    takeAll(List.of(flow));
  }

  void takeAll(List<FlowRecord> flows) throws Exception {
    for (WindowPart<SourceKey> part : parts(flows)) {
      harness.processElement(part, 0);
    }
  }

  private List<WindowPart<SourceKey>> parts(List<FlowRecord> flows) {
    OpenWindows<SourceKey, SourceAccumulator> held =
        new OpenWindows<>(new SourceViews(window, FeatureSettings.DEFAULT, KnownTargets.NONE));
    flows.forEach(flow -> held.add(flow, Long.MIN_VALUE));
    Packing<SourceAccumulator> packing = new Packing<>(SourceAccumulator::read);
    List<WindowPart<SourceKey>> parts = new ArrayList<>();
    held.closeAll(part -> parts.add(WindowPart.of(part, packing)));
    return parts;
  }

  void watermark(long time) throws Exception {
    harness.processWatermark(time);
  }

  /** Source, start and flows of each window that fired since this was last asked. */
  List<String> fired() {
    List<String> fired = new ArrayList<>();
    for (SourceView view : views()) {
      FeatureVector vector = view.vector();
      fired.add(
          vector.source().address()
              + "@"
              + vector.windowStart()
              + "x"
              + (long) vector.value(Feature.FLOW_COUNT));
    }
    return fired;
  }

  /** The windows that fired since this was last asked. */
  List<SourceView> views() {
    List<SourceView> views = harness.extractOutputValues();
    harness.getOutput().clear();
    return views;
  }

  List<Late> late() {
    var late = harness.getSideOutput(ViewWindows.LATE);
    return late == null ? List.of() : late.stream().map(StreamRecord::getValue).toList();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  long count(String name) {
    return Counts.of(harness, name);
  }

  /** Windows of shards that state has some sum of. */
  long windowsInState() {
    AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
    KeyedStateBackend<Object> backend = operator.getKeyedStateBackend();
    try (Stream<Tuple2<Object, Long>> windows = backend.getKeysAndNamespaces("sources")) {
      return windows.count();
    }
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
