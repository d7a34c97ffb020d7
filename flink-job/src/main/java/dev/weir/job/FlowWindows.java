package dev.weir.job;

import dev.weir.feature.Late;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.TargetAccumulator;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.operator.EntryRouter;
import dev.weir.job.operator.EventTimeKeeper;
import dev.weir.job.operator.JobView;
import dev.weir.job.operator.PreAggregator;
import dev.weir.job.operator.RepeatFilter;
import dev.weir.job.operator.Shards;
import dev.weir.job.operator.ViewWindows;
import dev.weir.job.sink.VectorSinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph's first half, from entries to windows: what every use of flows begins with, whether
 * they are scored or only measured.
 *
 * @param sources windows of sources, the open ones too that were looked at early
 * @param targets windows of targets, likewise
 * @param late flows that no window took
 */
record FlowWindows(
    SingleOutputStreamOperator<SourceView> sources,
    SingleOutputStreamOperator<TargetView> targets,
    DataStream<Late> late) {

  /** What is sound among the entries of a source. */
  static SingleOutputStreamOperator<FlowRecord> flows(
      StreamExecutionEnvironment env,
      Source<Entry, ?, ?> source,
      FlowWatermarks watermarks,
      int repeatsRemembered) {
    return entries(
            env.fromSource(source, watermarks, "flow source", WireType.ENTRY.info())
                .uid(Uids.SOURCE),
            repeatsRemembered)
        .process(new EntryRouter())
        .returns(WireType.FLOW.<FlowRecord>info())
        .name("entry router")
        .uid(Uids.ROUTER);
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

  /**
   * Flows in windows.
   *
   * @param earlyBase flows at which an open window is looked at first; 0 for never
   */
  static FlowWindows of(
      SingleOutputStreamOperator<FlowRecord> flows,
      FlowWatermarks watermarks,
      JobView<SourceKey, SourceAccumulator, SourceView> ofSources,
      JobView<TargetKey, TargetAccumulator, TargetView> ofTargets,
      long earlyBase) {
    SingleOutputStreamOperator<FlowRecord> timed =
        flows
            .transform(
                "event time",
                WireType.FLOW.<FlowRecord>info(),
                new EventTimeKeeper(watermarks.outOfOrderness(), watermarks.longestSilence()))
            .uid(Uids.EVENT_TIME);

    SingleOutputStreamOperator<WindowPart<SourceKey>> parts =
        timed
            .transform(
                "pre-aggregation",
                WireType.PARTIAL.<WindowPart<SourceKey>>info(),
                new PreAggregator<>(ofSources, earlyBase))
            .uid(Uids.PRE_AGGREGATOR);
    SingleOutputStreamOperator<SourceView> sources =
        parts
            .keyBy(new Shards<>(), Types.INT)
            .transform(
                "source windows",
                WireType.SOURCE_VIEW.<SourceView>info(),
                new ViewWindows<>(ofSources, earlyBase))
            .uid(Uids.SOURCE_WINDOWS);
    return new FlowWindows(
        sources,
        targets(timed, ofTargets, earlyBase),
        parts.getSideOutput(PreAggregator.LATE).union(sources.getSideOutput(ViewWindows.LATE)));
  }

  private static SingleOutputStreamOperator<TargetView> targets(
      SingleOutputStreamOperator<FlowRecord> timed,
      JobView<TargetKey, TargetAccumulator, TargetView> view,
      long earlyBase) {
    return timed
        .transform(
            "pre-aggregation of targets",
            WireType.TARGET_PARTIAL.<WindowPart<TargetKey>>info(),
            new PreAggregator<>(view, earlyBase))
        .uid(Uids.TARGET_PRE_AGGREGATOR)
        .keyBy(new Shards<>(), Types.INT)
        .transform(
            "target windows",
            WireType.TARGET_VIEW.<TargetView>info(),
            new ViewWindows<>(view, earlyBase))
        .uid(Uids.TARGET_WINDOWS);
  }

  /** Hands the closed ones to whoever trains from them. */
  void write(VectorSinks sinks) {
    sources
        .filter(view -> !view.early())
        .name("closed windows of sources")
        .uid(Uids.VECTOR_FILTER)
        .sinkTo(sinks.sources())
        .name("vectors")
        .uid(Uids.VECTOR_SINK);
    targets
        .filter(view -> !view.early())
        .name("closed windows of targets")
        .uid(Uids.TARGET_VECTOR_FILTER)
        .sinkTo(sinks.targets())
        .name("vectors of targets")
        .uid(Uids.TARGET_VECTOR_SINK);
  }
}
