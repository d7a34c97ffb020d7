package dev.weir.job.operator;

import dev.weir.drift.DriftBaseline;
import dev.weir.drift.DriftCounts;
import dev.weir.model.ScoredWindow;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts windows by the ranges that drift is measured in. Counts go on before a checkpoint, so that
 * no state is needed here, and with the watermark that ends their hour.
 */
public final class DriftCounter extends AbstractStreamOperator<DriftCounts>
    implements OneInputStreamOperator<ScoredWindow, DriftCounts> {

  private static final long serialVersionUID = 1L;

  private final ShippedModel shipped;
  private transient DriftBaseline baseline;
  private transient TreeMap<Long, DriftCounts> hours;

  /** By the baseline of that model. */
  public DriftCounter(ShippedModel shipped) {
    this.shipped = shipped;
  }

  @Override
  public void open() throws Exception {
    super.open();
    baseline = new DriftBaseline(shipped.model());
    hours = new TreeMap<>();
  }

  @Override
  public void processElement(StreamRecord<ScoredWindow> element) {
    ScoredWindow window = element.getValue();
    if (window.label() == ScoredWindow.NORMAL && !window.view().early()) {
      hours
          .computeIfAbsent(DriftCounts.hourOf(window), hour -> new DriftCounts(hour, baseline))
          .add(window, baseline);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    while (!hours.isEmpty() && hours.firstKey() + DriftCounts.HOUR - 1 <= mark.getTimestamp()) {
      send(hours.pollFirstEntry().getValue());
    }
    super.processWatermark(mark);
  }

  private void send(DriftCounts counts) {
    output.collect(new StreamRecord<>(counts, counts.hour()));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    sendAll();
  }

  @Override
  public void finish() throws Exception {
    sendAll();
    super.finish();
  }

  private void sendAll() {
    hours.values().forEach(this::send);
    hours.clear();
  }
}
