package dev.weir.job;

import dev.weir.alert.Alert;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.PartialWindow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.operator.Alerter;
import dev.weir.job.operator.EntryRouter;
import dev.weir.job.operator.EventTimeKeeper;
import dev.weir.job.operator.PreAggregator;
import dev.weir.job.operator.RepeatFilter;
import dev.weir.job.operator.Scorer;
import dev.weir.job.operator.Shards;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.operator.SourceWindows;
import dev.weir.job.sink.Sinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.job.types.WireType;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole graph, from entries to alerts. Sources and sinks are injected, so that production,
 * tests, backtest and demo run the same.
 */
public final class DetectionPipeline {

  private DetectionPipeline() {}

  /**
   * Adds the graph to an environment.
   *
   * @param repeatsRemembered how many log events of a split are remembered to know repeats by; 0
   *     where the source does not tell events apart
   */
  public static void build(
      StreamExecutionEnvironment env,
      Source<Entry, ?, ?> source,
      FlowWatermarks watermarks,
      ShippedModel shipped,
      int repeatsRemembered,
      Sinks sinks) {
    env.configure(settings());
    Model model = shipped.model();

    SingleOutputStreamOperator<FlowRecord> flows =
        entries(
                env.fromSource(source, watermarks, "flow source", WireType.ENTRY.info())
                    .uid(Uids.SOURCE),
                repeatsRemembered)
            .process(new EntryRouter())
            .returns(WireType.FLOW.<FlowRecord>info())
            .name("entry router")
            .uid(Uids.ROUTER);

    SingleOutputStreamOperator<PartialWindow> partials =
        flows
            .transform(
                "event time",
                WireType.FLOW.<FlowRecord>info(),
                new EventTimeKeeper(watermarks.outOfOrderness(), watermarks.longestSilence()))
            .uid(Uids.EVENT_TIME)
            .transform(
                "pre-aggregation",
                WireType.PARTIAL.<PartialWindow>info(),
                new PreAggregator(model.window(), model.settings()))
            .uid(Uids.PRE_AGGREGATOR);

    SingleOutputStreamOperator<FeatureVector> vectors =
        partials
            .keyBy(new Shards(), Types.INT)
            .transform(
                "source windows",
                WireType.VECTOR.<FeatureVector>info(),
                new SourceWindows(model.window(), model.settings()))
            .uid(Uids.SOURCE_WINDOWS);

    SingleOutputStreamOperator<ScoredWindow> scores =
        vectors
            .transform("scorer", WireType.SCORED_WINDOW.<ScoredWindow>info(), new Scorer(shipped))
            .uid(Uids.SCORER);

    SingleOutputStreamOperator<Alert> alerts =
        scores
            .process(new Alerter(shipped), WireType.ALERT.<Alert>info())
            .name("alerter")
            .uid(Uids.ALERTER);

    alerts.sinkTo(sinks.alerts()).name("alerts").uid(Uids.ALERT_SINK);
    flows
        .getSideOutput(EntryRouter.DEAD_LETTERS)
        .sinkTo(sinks.deadLetters())
        .name("dead letters")
        .uid(Uids.DEAD_LETTER_SINK);
    partials
        .getSideOutput(PreAggregator.LATE)
        .union(vectors.getSideOutput(SourceWindows.LATE))
        .sinkTo(sinks.late())
        .name("late flows")
        .uid(Uids.LATE_SINK);
    if (sinks.scores() != null) {
      scores.sinkTo(sinks.scores()).name("scores").uid(Uids.SCORE_SINK);
    }
  }

  private static SingleOutputStreamOperator<Entry> entries(
      SingleOutputStreamOperator<Entry> source, int repeatsRemembered) {
    if (repeatsRemembered == 0) {
      return source;
    }
    return source
        .process(new RepeatFilter(repeatsRemembered), WireType.ENTRY.<Entry>info())
        .name("repeat filter")
        .uid(Uids.REPEAT_FILTER);
  }

  /** What holds for every run: nothing falls back to Kryo, and no value is copied between tasks. */
  private static Configuration settings() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.MAX_PARALLELISM, DetectOptions.MAX_PARALLELISM);
    // A barrier that overtakes partial windows would part them from the watermarks around them.
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    // Whatever the cluster's default: counts and windows take a flow once.
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    return settings;
  }
}
