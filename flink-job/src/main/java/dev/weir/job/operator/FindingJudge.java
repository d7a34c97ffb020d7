package dev.weir.job.operator;

import dev.weir.finding.Detection;
import dev.weir.finding.Detector;
import dev.weir.finding.FindingOptions;
import dev.weir.finding.Kind;
import dev.weir.finding.Reputation;
import dev.weir.model.Model;
import dev.weir.network.Network;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says what was found in each view; in most of them nothing.
 *
 * @param <T> the view
 */
public final class FindingJudge<T> extends ProcessFunction<T, Detection>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;
  private static final int ALLOWED = 0;

  private final Rules rules;
  private final Judge<T> judge;
  private final Accounts accounts;
  private transient Detector detector;
  private transient Reputation known;
  private transient ReputationWatch watch;

  /**
   * What views are judged by.
   *
   * @param reputation known-bad networks as they were listed when the job was submitted
   * @param watched whether their file is read again when it changes
   * @param network where sources and targets lie
   */
  public record Rules(
      ShippedModel model,
      FindingOptions findings,
      Reputation reputation,
      boolean watched,
      Network network)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    Detector detector() {
      Model of = model.model();
      return Detector.of(of, of.targets(), findings, reputation, network);
    }

    /** Null where there is nothing to watch. */
    ReputationWatch watch(MetricGroup metrics) {
      Path file = findings.alert().reputationFile();
      return watched && file != null ? new ReputationWatch(file, reputation, metrics) : null;
    }
  }

  /** How a detector judges such a view. */
  public interface Judge<T> extends Serializable {
    Optional<Detection> judge(Detector detector, T view);
  }

  /** Judges views of that kind by these rules. */
  public FindingJudge(Kind kind, Rules rules, Judge<T> judge) {
    this.rules = rules;
    this.judge = judge;
    this.accounts = new Accounts(List.of(Counter.ofAllowed(kind)));
  }

  @Override
  public void open(OpenContext context) {
    detector = rules.detector();
    known = rules.reputation();
    watch = rules.watch(getRuntimeContext().getMetricGroup());
    if (watch != null) {
      watch.start();
    }
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Each reading is a list of its own; to compare is dear.
  public void processElement(T view, Context context, Collector<Detection> out) {
    if (watch != null && watch.current() != known) {
      known = watch.current();
      detector = detector.with(known);
    }
    Optional<Detection> found = judge.judge(detector, view);
    if (found.isEmpty()) {
      return;
    }
    if (detector.allows(found.get())) {
      accounts.add(ALLOWED);
    } else {
      out.collect(found.get());
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
