package dev.weir.job.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every metric that the job has of its own. docs/metrics.md is written from it, and alert rules and
 * dashboards name none that is not here: tests see to both.
 */
public final class MetricCatalogue {

  /** The scope of what operators have. */
  static final String OPERATOR = "flink_taskmanager_job_task_operator";

  /** Where Kafka's source has what it decodes with; Kinesis' has that in the operator's scope. */
  private static final String DESERIALIZER = OPERATOR + "_deserializer";

  private static final String ENUMERATOR = "flink_jobmanager_job_operator_coordinator_enumerator";
  private static final String TASK = "flink_taskmanager_job_task";
  private static final String JOB = "flink_jobmanager_job";
  private static final String SOURCE = "flow source";

  private MetricCatalogue() {}

  /** Checkpointed counts: gauges that a restart takes back to its checkpoint, and not to 0. */
  public static List<MetricInfo> counts() {
    return Arrays.stream(Counter.values())
        .filter(counter -> counter != Counter.REPAIRED)
        .map(counter -> of(OPERATOR, counter, "gauge"))
        .toList();
  }

  /** What begins anew with each start of a task. */
  public static List<MetricInfo> measures() {
    List<MetricInfo> all = new ArrayList<>();
    Arrays.stream(Metric.values()).map(Metric::info).forEach(all::add);
    all.add(of(DESERIALIZER, Counter.REPAIRED, "counter"));
    return all;
  }

  /** Of the source that reads Kinesis, which registers them by these names. */
  public static List<MetricInfo> kinesis() {
    return List.of(
        new MetricInfo(
            OPERATOR,
            "weir.kinesis.millis_behind_latest",
            "gauge",
            "milliseconds",
            List.of("shard"),
            SOURCE,
            "how far a shard's reader is behind the shard's newest record: what its last read said,"
                + " and the time since then, so that it grows while reads fail; -1 before the first"
                + " read; gone once the shard has ended"),
        kinesis("weir.kinesis.reads", "reads", "reads of shards, failed ones included"),
        kinesis("weir.kinesis.throttled", "reads", "reads that the stream turned away as too many"),
        kinesis(
            "weir.kinesis.retries",
            "reads",
            "reads that failed and were made again, expired iterators and answers that took too long"
                + " included"),
        kinesis("weir.kinesis.records", "records", "records read"),
        kinesis("weir.kinesis.bytes", "bytes", "their bytes, as they came"),
        new MetricInfo(
            ENUMERATOR,
            "weir.kinesis.discovery_failures",
            "counter",
            "listings",
            List.of(),
            SOURCE,
            "listings of shards that failed and were made again; of the JobManager"));
  }

  /** Of Flink's own, those that alert rules and dashboards ask for. */
  public static List<MetricInfo> flink() {
    return List.of(
        new MetricInfo(
            OPERATOR,
            "watermarkLag",
            "gauge",
            "milliseconds",
            List.of(),
            SOURCE,
            "how far event time lies behind the clock"),
        flink(TASK, "busyTimeMsPerSecond", "milliseconds", "of each second, at work"),
        flink(
            TASK,
            "backPressuredTimeMsPerSecond",
            "milliseconds",
            "of each second, waiting for whoever comes after"),
        flink(JOB, "numRestarts", "restarts", "how often the job was restarted"),
        flink(JOB, "numberOfCompletedCheckpoints", "checkpoints", "checkpoints that were made"),
        flink(JOB, "numberOfFailedCheckpoints", "checkpoints", "checkpoints that failed"),
        flink(JOB, "lastCheckpointDuration", "milliseconds", "how long the last one took"),
        flink(JOB, "lastCheckpointSize", "bytes", "what the last one wrote"));
  }

  /** All that are the job's own. */
  public static List<MetricInfo> all() {
    List<MetricInfo> all = new ArrayList<>(counts());
    all.addAll(measures());
    all.addAll(kinesis());
    return all;
  }

  private static MetricInfo kinesis(String name, String unit, String description) {
    return new MetricInfo(OPERATOR, name, "counter", unit, List.of(), SOURCE, description);
  }

  private static MetricInfo flink(String scope, String name, String unit, String description) {
    String where = scope.equals(JOB) ? "JobManager" : "every task";
    return new MetricInfo(scope, name, "gauge", unit, List.of(), where, description);
  }

  private static MetricInfo of(String scope, Counter counter, String kind) {
    return new MetricInfo(
        scope,
        Counter.metric(counter.id()),
        kind,
        unit(counter),
        counter.label().isEmpty() ? List.of() : List.of(counter.label()),
        counter.where(),
        counter.description());
  }

  private static String unit(Counter counter) {
    return switch (counter) {
      case ENTRIES, DECODED, DEAD_LETTERS, IGNORED -> "entries";
      case SET_ASIDE, REPAIRED, UNORIENTED, UNKNOWN_VANTAGE, REPEATED_VANTAGE, WINDOWED, LATE ->
          "flows";
      case WINDOWS, ANOMALOUS, SUPPRESSED -> "windows";
      case ALLOWED -> "views";
      case INCIDENTS, INCIDENTS_CLOSED -> "incidents";
      case ALERTS -> "alerts";
    };
  }
}
