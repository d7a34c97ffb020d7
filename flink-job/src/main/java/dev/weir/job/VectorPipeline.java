package dev.weir.job;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.operator.JobView;
import dev.weir.job.sink.VectorSinks;
import dev.weir.job.source.FlowWatermarks;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's graph up to its windows, which go to whoever trains from them: it needs no model. */
public final class VectorPipeline {

  private VectorPipeline() {}

  /**
   * Adds the graph to an environment.
   *
   * @param repeatsRemembered as for {@link DetectionPipeline}
   */
  public static void build(
      StreamExecutionEnvironment env,
      Source<Entry, ?, ?> source,
      FlowWatermarks watermarks,
      WindowSpec window,
      FeatureSettings settings,
      int repeatsRemembered,
      VectorSinks sinks) {
    env.configure(DetectionPipeline.settings());
    SingleOutputStreamOperator<FlowRecord> flows =
        FlowWindows.flows(env, source, watermarks, repeatsRemembered);
    FlowWindows.of(
            flows,
            watermarks,
            JobView.ofSources(window, settings),
            JobView.ofTargets(window, settings),
            0)
        .write(sinks);
  }
}
