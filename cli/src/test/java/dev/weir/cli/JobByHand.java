package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.FeatureVector;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.operator.PreAggregator;
import dev.weir.job.operator.Scorer;
import dev.weir.job.operator.Shards;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.operator.SourceWindows;
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
 * The job's own operators from flows to scores, driven by hand: two readers that each add up what
 * they read, at times send all of it as before a checkpoint, and meet at the windows.
 */
final class JobByHand implements AutoCloseable {

  private static final TypeSerializer<PartialWindow> PARTIALS =
      WireType.PARTIAL.<PartialWindow>info().createSerializer(new SerializerConfigImpl());
  private static final TypeSerializer<FeatureVector> VECTORS =
      WireType.VECTOR.<FeatureVector>info().createSerializer(new SerializerConfigImpl());

  private static final TypeSerializer<ScoredWindow> SCORES =
      WireType.SCORED_WINDOW.<ScoredWindow>info().createSerializer(new SerializerConfigImpl());

  private final List<Reader> readers;
  private final KeyedOneInputStreamOperatorTestHarness<Integer, PartialWindow, FeatureVector>
      windows;

  private JobByHand(Model model) throws Exception {
    readers = List.of(new Reader(model), new Reader(model));
    windows =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new SourceWindows(model.window(), model.settings()),
            new Shards(),
            Types.INT,
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    windows.setup(VECTORS);
    windows.open();
  }

  /** The scores of flows that lie no further out of order than the bound; nothing is late. */
  static List<ScoredWindow> scores(
      List<FlowRecord> flows, long bound, ShippedModel shipped, long seed) throws Exception {
    List<FeatureVector> vectors = vectors(flows, bound, shipped.model(), seed);
    try (OneInputStreamOperatorTestHarness<FeatureVector, ScoredWindow> scorer =
        new OneInputStreamOperatorTestHarness<>(new Scorer(shipped))) {
      scorer.setup(SCORES);
      scorer.open();
      for (FeatureVector vector : vectors) {
        scorer.processElement(vector, 0);
      }
      scorer.processWatermark(Long.MAX_VALUE);
      return scorer.extractOutputValues();
    }
  }

  private static List<FeatureVector> vectors(
      List<FlowRecord> flows, long bound, Model model, long seed) throws Exception {
    Random random = new Random(seed);
    try (JobByHand job = new JobByHand(model)) {
      for (FlowRecord flow : flows) {
        Reader reader = job.readers.get(random.nextInt(job.readers.size()));
        reader.take(flow, bound);
        if (random.nextInt(50) == 0) {
          reader.harness.prepareSnapshotPreBarrier(1);
        }
        job.advance();
      }
      for (Reader reader : job.readers) {
        reader.end();
      }
      job.advance();
      assertThat(job.windows.getSideOutput(SourceWindows.LATE)).isNullOrEmpty();
      return job.windows.extractOutputValues();
    }
  }

  private void advance() throws Exception {
    long watermark = Long.MAX_VALUE;
    for (Reader reader : readers) {
      for (PartialWindow partial : reader.sent()) {
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
  private static final class Reader {

    private final OneInputStreamOperatorTestHarness<FlowRecord, PartialWindow> harness;
    private long watermark = Long.MIN_VALUE;

    Reader(Model model) throws Exception {
      harness =
          new OneInputStreamOperatorTestHarness<>(
              new PreAggregator(model.window(), model.settings()));
      harness.setup(PARTIALS);
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
    List<PartialWindow> sent() throws Exception {
      List<PartialWindow> sent = new ArrayList<>();
      for (PartialWindow partial : harness.extractOutputValues()) {
        DataOutputSerializer out = new DataOutputSerializer(256);
        PARTIALS.serialize(partial, out);
        sent.add(PARTIALS.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
      }
      harness.getOutput().clear();
      return sent;
    }
  }
}
