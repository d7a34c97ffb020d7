package dev.weir.job;

import dev.weir.alert.Alert;
import dev.weir.alert.IncidentSettings;
import dev.weir.feature.Late;
import dev.weir.finding.FindingOptions;
import dev.weir.flow.DeadLetter;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.sink.Sinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.model.ScoredWindow;
import dev.weir.network.Network;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The pipeline between lists in a MiniCluster. */
record Run(
    StreamExecutionEnvironment env,
    ListSink<Alert> alerts,
    ListSink<DeadLetter> deadLetters,
    ListSink<Late> late,
    ListSink<ScoredWindow> scores) {

  private static final int REPEATS_REMEMBERED = 10_000;

  /** As a backtest does: what is told depends on nothing but the input. */
  private static Alerting alerting(boolean early) {
    return new Alerting(
        FindingOptions.of(),
        new IncidentSettings(50, 60, 300_000, 3_600_000, 0),
        Network.DEFAULT,
        early,
        true);
  }

  static Run of(Traffic traffic, FlowWatermarks watermarks, ShippedModel model, int parallelism) {
    return of(traffic, watermarks, model, parallelism, new Configuration(), false);
  }

  /**
   * With more settings of the cluster's.
   *
   * @param early whether windows are looked at while they are open; scores are not kept then
   */
  static Run of(
      ListSource.Script traffic,
      FlowWatermarks watermarks,
      ShippedModel model,
      int parallelism,
      Configuration more,
      boolean early) {
    Configuration settings = new Configuration(more);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    Run run = new Run(env, ListSink.empty(), ListSink.empty(), ListSink.empty(), ListSink.empty());
    DetectionPipeline.build(
        env,
        new ListSource(traffic),
        watermarks,
        model,
        alerting(early),
        REPEATS_REMEMBERED,
        new Sinks(run.alerts, run.deadLetters, run.late, early ? null : run.scores));
    return run;
  }

  /** With checkpoints, and restarted after a failure. */
  Run checkpointed(Path folder) {
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    env.configure(settings);
    env.enableCheckpointing(50);
    return this;
  }

  Accounting execute() throws Exception {
    return Accounting.of(env.execute("test").getAllAccumulatorResults());
  }
}
