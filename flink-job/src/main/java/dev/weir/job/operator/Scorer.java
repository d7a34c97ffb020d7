package dev.weir.job.operator;

import dev.weir.feature.SourceView;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Scores windows, those that close together in batches. They come between two watermarks, so that
 * none waits for another: the watermark that closes them follows them at once. One that is still
 * open waits for nothing. An operator of its own, so that models can change beside it.
 */
public final class Scorer extends AbstractStreamOperator<ScoredWindow>
    implements OneInputStreamOperator<SourceView, ScoredWindow> {

  private static final long serialVersionUID = 1L;
  private static final int MAX_BATCH = 256;

  private static final int ANOMALOUS = 0;

  private final ShippedModel shipped;
  private final Accounts accounts = new Accounts(List.of(Counter.ANOMALOUS.id()));
  private transient Model model;
  private transient ScoreRanges ranges;
  private transient List<SourceView> batch;
  private transient StreamRecord<ScoredWindow> record;

  /** Scores by that model. */
  public Scorer(ShippedModel shipped) {
    this.shipped = shipped;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    accounts.snapshot();
  }

  @Override
  public void open() throws Exception {
    super.open();
    model = shipped.model();
    ranges = new ScoreRanges(getMetricGroup());
    showModel();
    batch = new ArrayList<>(MAX_BATCH);
    record = new StreamRecord<>(null);
  }

  private void showModel() {
    long end = TimeUnit.MILLISECONDS.toSeconds(model.statistics().lastEventTime());
    getMetricGroup().addGroup("model", model.id()).gauge(Metric.MODEL_HISTORY_END.id(), () -> end);
  }

  @Override
  public void processElement(StreamRecord<SourceView> element) {
    if (element.getValue().early()) {
      output.collect(record.replace(model.score(element.getValue())));
      return;
    }
    batch.add(element.getValue());
    if (batch.size() == MAX_BATCH) {
      score();
    }
  }

  private void score() {
    for (ScoredWindow window : model.score(batch)) {
      if (window.label() == ScoredWindow.ANOMALOUS) {
        accounts.add(ANOMALOUS);
      }
      ranges.add(window.score());
      output.collect(record.replace(window));
    }
    batch.clear();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    score();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    score();
  }

  @Override
  public void finish() throws Exception {
    score();
    super.finish();
  }
}
