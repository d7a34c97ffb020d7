package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Accumulator;
import dev.weir.feature.SourceView;
import dev.weir.feature.TargetView;
import dev.weir.feature.ViewKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.operator.JobView;
import dev.weir.job.operator.PreAggregator;
import dev.weir.job.operator.Scorer;
import dev.weir.job.operator.Shards;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.operator.ViewWindows;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * The job's own operators from flows to the windows of a view, driven by hand: two readers that
 * each add up what they read, at times send all of it as before a checkpoint, and meet at the
 * windows.
 */
final class JobByHand<K extends ViewKey, A extends Accumulator<A>, V> implements AutoCloseable {

  private final TypeSerializer<WindowPart<K>> partials;
  private final List<Reader> readers;
  private final KeyedOneInputStreamOperatorTestHarness<Integer, WindowPart<K>, V> windows;

  private JobByHand(JobView<K, A, V> view, WireType partial, WireType window) throws Exception {
    partials = serializer(partial);
    readers = List.of(new Reader(view), new Reader(view));
    windows =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new ViewWindows<>(view, 0),
            new Shards<>(),
            Types.INT,
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    windows.setup(serializer(window));
    windows.open();
  }

  private static <T> TypeSerializer<T> serializer(WireType type) {
    return type.<T>info().createSerializer(new SerializerConfigImpl());
  }

  /** The scores of flows that lie no further out of order than the bound; nothing is late. */
  static List<ScoredWindow> scores(
      List<FlowRecord> flows, long bound, ShippedModel shipped, long seed) throws Exception {
    Model model = shipped.model();
    List<SourceView> views;
    try (var job =
        new JobByHand<>(JobView.ofSources(model), WireType.PARTIAL, WireType.SOURCE_VIEW)) {
      views = job.windows(flows, bound, seed);
    }
    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer =
        new OneInputStreamOperatorTestHarness<>(new Scorer(shipped))) {
      scorer.setup(serializer(WireType.SCORED_WINDOW));
      scorer.open();
      for (SourceView view : views) {
        scorer.processElement(view, 0);
      }
      scorer.processWatermark(Long.MAX_VALUE);
      return scorer.extractOutputValues();
    }
  }

  /** The target views of such flows. */
  static List<TargetView> targets(List<FlowRecord> flows, long bound, Model model, long seed)
      throws Exception {
    try (var job =
        new JobByHand<>(JobView.ofTargets(model), WireType.TARGET_PARTIAL, WireType.TARGET_VIEW)) {
      return job.windows(flows, bound, seed);
    }
  }

  private List<V> windows(List<FlowRecord> flows, long bound, long seed) throws Exception {
    Random random = new Random(seed);
    for (FlowRecord flow : flows) {
      Reader reader = readers.get(random.nextInt(readers.size()));
      reader.take(flow, bound);
      if (random.nextInt(50) == 0) {
        reader.harness.prepareSnapshotPreBarrier(1);
      }
      advance();
    }
    for (Reader reader : readers) {
      reader.end();
    }
    advance();
    assertThat(windows.getSideOutput(ViewWindows.LATE)).isNullOrEmpty();
    return windows.extractOutputValues();
  }

  private void advance() throws Exception {
    long watermark = Long.MAX_VALUE;
    for (Reader reader : readers) {
      for (WindowPart<K> partial : reader.sent()) {
        windows.processElement(partial, 0);
      }
      watermark = Math.min(watermark, reader.watermark);
    }
    windows.processWatermark(watermark);
  }

  @Override
  public void close() throws Exception {
    windows.close();
    for (Reader reader : readers) {
      reader.harness.close();
    }
  }

  /** One subtask that reads. */
  private final class Reader {

    private final OneInputStreamOperatorTestHarness<FlowRecord, WindowPart<K>> harness;
    private long watermark = Long.MIN_VALUE;

    Reader(JobView<K, A, V> view) throws Exception {
      harness = new OneInputStreamOperatorTestHarness<>(new PreAggregator<>(view, 0));
      harness.setup(partials);
      harness.open();
    }

    void take(FlowRecord flow, long bound) throws Exception {
      harness.processElement(flow, 0);
      long next = WindowSpec.watermark(flow.eventTime(), bound);
      if (next > watermark) {
        watermark = next;
        harness.processWatermark(watermark);
      }
    }

    void end() throws Exception {
      watermark = Long.MAX_VALUE;
      harness.processWatermark(watermark);
      assertThat(harness.getSideOutput(PreAggregator.LATE)).isNullOrEmpty();
    }

    /** As it arrives elsewhere. */
    List<WindowPart<K>> sent() throws Exception {
      List<WindowPart<K>> sent = new ArrayList<>();
      for (WindowPart<K> partial : harness.extractOutputValues()) {
        DataOutputSerializer out = new DataOutputSerializer(256);
        partials.serialize(partial, out);
        sent.add(partials.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
      }
      harness.getOutput().clear();
      return sent;
    }
  }
}
