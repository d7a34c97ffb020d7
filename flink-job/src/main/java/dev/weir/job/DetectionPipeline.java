package dev.weir.job;

import dev.weir.alert.Alert;
import dev.weir.alert.CrowdKey;
import dev.weir.alert.IncidentKey;
import dev.weir.drift.DriftCounts;
import dev.weir.feature.PairView;
import dev.weir.feature.SourceView;
import dev.weir.finding.Detection;
import dev.weir.finding.Detector;
import dev.weir.finding.Kind;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.operator.CrowdFolder;
import dev.weir.job.operator.DriftCounter;
import dev.weir.job.operator.DriftMonitor;
import dev.weir.job.operator.EntryRouter;
import dev.weir.job.operator.FindingJudge;
import dev.weir.job.operator.IncidentTracker;
import dev.weir.job.operator.JobView;
import dev.weir.job.operator.PairHistories;
import dev.weir.job.operator.Scorer;
import dev.weir.job.operator.Shards;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.sink.Sinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.job.types.WireType;
import dev.weir.model.ScoredWindow;
import dev.weir.network.Network;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole graph, from entries to alerts. Sources and sinks are injected, so that production,
 * tests, backtest and demo run the same.
 */
public final class DetectionPipeline {

  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

  /** Findings are few, and somebody waits for them: each leaves at once. */
  private static final long NO_TIMEOUT = 0;

  /** Half of it is what a window's end waits for on average. */
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

  private DetectionPipeline() {}

  /**
   * Adds the graph to an environment.
   *
   * @param alerting what is found, and when it is told
   * @param repeatsRemembered how many log events of a split are remembered to know repeats by; 0
   *     where the source does not tell events apart
   */
  public static void build(
      StreamExecutionEnvironment env,
      Source<Entry, ?, ?> source,
      FlowWatermarks watermarks,
      ShippedModel shipped,
      Alerting alerting,
      int repeatsRemembered,
      Sinks sinks) {
    env.configure(settings());

    SingleOutputStreamOperator<FlowRecord> flows =
        FlowWindows.flows(env, source, watermarks, repeatsRemembered);
    Views views = views(flows, watermarks, shipped, alerting);

    alerts(
            detections(views, shipped, alerting),
            flows.getSideOutput(EntryRouter.GAPS),
            shipped,
            alerting)
        .sinkTo(sinks.alerts())
        .name("alerts")
        .uid(Uids.ALERT_SINK);
    flows
        .getSideOutput(EntryRouter.DEAD_LETTERS)
        .sinkTo(sinks.deadLetters())
        .name("dead letters")
        .uid(Uids.DEAD_LETTER_SINK);
    views.windows().late().sinkTo(sinks.late()).name("late flows").uid(Uids.LATE_SINK);
    if (sinks.vectors() != null) {
      views.windows().write(sinks.vectors());
    }
    if (sinks.scores() != null) {
      views
          .scores()
          .filter(window -> !window.view().early())
          .name("closed windows")
          .uid(Uids.SCORE_FILTER)
          .sinkTo(sinks.scores())
          .name("scores")
          .uid(Uids.SCORE_SINK);
    }
  }

  /**
   * What the flows come to in each view.
   *
   * @param scores of windows of sources, the open ones too that were looked at early
   * @param windows those of sources before they are scored, and those of targets
   * @param pairs sources that came back to targets often enough to tell how
   */
  private record Views(
      SingleOutputStreamOperator<ScoredWindow> scores,
      FlowWindows windows,
      SingleOutputStreamOperator<PairView> pairs) {}

  private static Views views(
      SingleOutputStreamOperator<FlowRecord> flows,
      FlowWatermarks watermarks,
      ShippedModel shipped,
      Alerting alerting) {
    FlowWindows windows =
        FlowWindows.of(
            flows,
            watermarks,
            JobView.ofSources(shipped.model()),
            JobView.ofTargets(shipped.model()),
            alerting.earlyBase());
    SingleOutputStreamOperator<ScoredWindow> scores =
        windows
            .sources()
            .transform("scorer", WireType.SCORED_WINDOW.<ScoredWindow>info(), new Scorer(shipped))
            .uid(Uids.SCORER);
    return new Views(scores, windows, pairs(windows.sources(), shipped, alerting.network()));
  }

  /** Windows come out of the shard that they lay in: nothing has to travel. */
  private static SingleOutputStreamOperator<PairView> pairs(
      SingleOutputStreamOperator<SourceView> sources, ShippedModel shipped, Network network) {
    return DataStreamUtils.reinterpretAsKeyedStream(sources, Shards.ofViews(), Types.INT)
        .process(new PairHistories(shipped, network), WireType.PAIR_VIEW.<PairView>info())
        .name("pair histories")
        .uid(Uids.PAIR_HISTORIES);
  }

  /** What was found in the views, sources and pairs that do the same to one target together. */
  private static DataStream<Detection> detections(
      Views views, ShippedModel shipped, Alerting alerting) {
    FindingJudge.Rules rules =
        new FindingJudge.Rules(
            shipped,
            alerting.findings(),
            alerting.findings().alert().reputation(),
            !alerting.reproducible(),
            alerting.network());
    SingleOutputStreamOperator<Detection> ofSources =
        judged(
                views.scores(),
                new FindingJudge<>(Kind.SOURCE, rules, Detector::judge),
                "sources judged")
            .uid(Uids.SOURCE_JUDGE);
    DataStream<Detection> ofTargets =
        judged(
                views.windows().targets(),
                new FindingJudge<>(Kind.TARGET, rules, Detector::judge),
                "targets judged")
            .uid(Uids.TARGET_JUDGE);
    DataStream<Detection> ofPairs =
        judged(views.pairs(), new FindingJudge<>(Kind.PAIR, rules, Detector::judge), "pairs judged")
            .uid(Uids.PAIR_JUDGE);
    DataStream<Detection> crowds =
        ofSources
            .filter(found -> found.target() != null && found.isNamed())
            .name("sources with a target")
            .uid(Uids.CROWD_FILTER)
            .setBufferTimeout(NO_TIMEOUT)
            .union(ofPairs)
            .keyBy(CrowdKey::of, WireType.CROWD_KEY.<CrowdKey>info())
            .process(
                new CrowdFolder(alerting.incidents().quiet()), WireType.DETECTION.<Detection>info())
            .name("crowds")
            .uid(Uids.CROWDS)
            .setBufferTimeout(NO_TIMEOUT);
    DataStream<Detection> alone =
        ofSources
            .filter(found -> found.target() == null || !found.isNamed())
            .name("sources by themselves")
            .uid(Uids.ALONE_FILTER)
            .setBufferTimeout(NO_TIMEOUT);
    return alone.union(crowds, ofTargets, drift(views.scores(), shipped, alerting));
  }

  private static <T> SingleOutputStreamOperator<Detection> judged(
      DataStream<T> views, FindingJudge<T> judge, String name) {
    return views
        .process(judge, WireType.DETECTION.<Detection>info())
        .name(name)
        .setBufferTimeout(NO_TIMEOUT);
  }

  /** Whether the model still fits. */
  private static DataStream<Detection> drift(
      SingleOutputStreamOperator<ScoredWindow> scores, ShippedModel shipped, Alerting alerting) {
    return scores
        .transform(
            "drift counter", WireType.DRIFT_COUNTS.<DriftCounts>info(), new DriftCounter(shipped))
        .uid(Uids.DRIFT_COUNTER)
        .keyBy(counts -> DriftMonitor.KEY, Types.INT)
        .process(
            new DriftMonitor(shipped, alerting.findings().drift()),
            WireType.DETECTION.<Detection>info())
        .name("drift")
        .uid(Uids.DRIFT);
  }

  private static SingleOutputStreamOperator<Alert> alerts(
      DataStream<Detection> detections,
      DataStream<Gap> gaps,
      ShippedModel shipped,
      Alerting alerting) {
    return detections
        .keyBy(IncidentKey::of, WireType.INCIDENT_KEY.<IncidentKey>info())
        .connect(gaps.broadcast(IncidentTracker.GAPS))
        .process(
            new IncidentTracker(alerting.incidents(), shipped, alerting.reproducible()),
            WireType.ALERT.<Alert>info())
        .name("incidents")
        .uid(Uids.INCIDENTS);
  }

  /** What holds for every run: nothing falls back to Kryo, and no value is copied between tasks. */
  static Configuration settings() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.MAX_PARALLELISM, DetectOptions.MAX_PARALLELISM);
    // What is small must not wait for more: sums are few, and what is found is awaited by people.
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
    // A barrier that overtakes partial windows would part them from the watermarks around them.
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    // Whatever the cluster's default: counts and windows take a flow once.
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    return settings;
  }
}
