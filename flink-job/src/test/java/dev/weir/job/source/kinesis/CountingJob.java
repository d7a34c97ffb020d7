package dev.weir.job.source.kinesis;

import dev.weir.aws.StreamArn;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.job.types.WireType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * A job that counts what it reads, by key and number, in checkpointed state; and that fails when a
 * test says so. Messages are flows: the source address is the key, the bytes are the number.
 */
final class CountingJob {

  private static final AtomicInteger IDS = new AtomicInteger();
  private static final Map<Integer, CountingJob> ALL = new ConcurrentHashMap<>();
  private static final long POLL_NANOS = 5_000_000;

  /** Nobody turns idle, however slow the machine: the end of time does not reach who has. */
  private static final FlowWatermarks WATERMARKS =
      FlowWatermarks.ofStream(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(1));

  private final int id = IDS.incrementAndGet();
  private final StreamArn arn;
  private final KinesisStream.Connector connector;
  private final Path folder;

  /** By key and number, how often each was counted, at the end. */
  private final Map<String, Map<Long, Integer>> counted = new ConcurrentHashMap<>();

  /** By key, the last number of this attempt: shared, so that it sees the order over subtasks. */
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  private final Queue<String> disorder = new ConcurrentLinkedQueue<>();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger checkpoints = new AtomicInteger();
  private volatile boolean failNext;
  private volatile int attempt = -1;
  private JobClient client;

  CountingJob(StreamArn arn, KinesisStream.Connector connector, Path folder) {
    this.arn = arn;
    this.connector = connector;
    this.folder = folder;
    ALL.put(id, this);
  }

  static byte[] message(String key, long number) {
    return "{\"src_ip\":\"%s\",\"time\":\"%s\",\"bytes_in\":%d}"
        .formatted(key, Instant.ofEpochSecond(1_772_445_600 + number / 100), number)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Starts, or starts again from a savepoint. */
  void start(int parallelism, String savepoint) throws Exception {
    Configuration settings = new Configuration();
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(PipelineOptions.MAX_PARALLELISM, 16);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    env.enableCheckpointing(100);
    KinesisSource source =
        new KinesisSource(
            arn,
            connector,
            null,
            new ReadSettings(200, 100, 1_000),
            LogOptions.of(LogFormat.JSON),
            Long.MAX_VALUE);
    env.fromSource(source, WATERMARKS, "source", WireType.ENTRY.<Entry>info())
        .uid("source")
        .map(new Tap(id))
        .returns(WireType.FLOW.<FlowRecord>info())
        .uid("tap")
        .keyBy(FlowRecord::srcIp, Types.STRING)
        .process(new Count(id), Types.VOID)
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("sink");
    last.clear();
    attempt = -1;
    client = env.executeAsync("count");
  }

  /** Stops where it is, for {@link #start}. */
  String stop() throws Exception {
    awaitCheckpoint();
    String savepoint =
        client
            .stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    client.getJobExecutionResult().get();
    return savepoint;
  }

  /** Stops for good; how often each number of each key was counted. */
  Map<String, Map<Long, Integer>> finish() throws Exception {
    awaitCheckpoint();
    client.stopWithSavepoint(true, folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
    client.getJobExecutionResult().get();
    return new TreeMap<>(counted);
  }

  /** Only where all tasks run can one be complete, or a savepoint be taken. */
  private void awaitCheckpoint() {
    int before = checkpoints();
    while (checkpoints() == before && !hasEnded()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Lets the job fail with what it reads next, and start again from its last checkpoint. */
  void fail() {
    failNext = true;
  }

  /** Whether it has failed since it was told to. */
  boolean hasFailed() {
    return !failNext;
  }

  /** Messages read, those read again included. */
  int read() {
    return read.get();
  }

  /** Whether the newest of every key has been read in this attempt. */
  synchronized boolean hasRead(Load load) {
    return load.newest().equals(last);
  }

  int checkpoints() {
    return checkpoints.get();
  }

  /** What of a key came in another order than it was put. */
  Queue<String> disorder() {
    return disorder;
  }

  boolean hasEnded() {
    return client.getJobExecutionResult().isDone();
  }

  void cancel() throws Exception {
    if (client != null && !hasEnded()) {
      client.cancel().get();
    }
  }

  private synchronized void emitted(FlowRecord flow, int itsAttempt) {
    if (itsAttempt > attempt) {
      attempt = itsAttempt;
      last.clear();
    }
    if (itsAttempt == attempt) {
      read.incrementAndGet();
      Long before = last.put(flow.srcIp(), flow.bytesIn());
      if (before != null && flow.bytesIn() != before + 1) {
        disorder.add(flow.srcIp() + ": " + flow.bytesIn() + " behind " + before);
      }
    }
    if (failNext) {
      failNext = false;
      throw new IllegalStateException("told to fail");
    }
  }

  /** Sees what each reader emits, in its own chain. */
  private static final class Tap extends RichMapFunction<Entry, FlowRecord>
      implements CheckpointListener {

    private static final long serialVersionUID = 1L;

    private final int job;

    Tap(int job) {
      this.job = job;
    }

    @Override
    public FlowRecord map(Entry entry) {
      if (!(entry instanceof FlowRecord flow)) {
        throw new AssertionError("no flow: " + entry);
      }
      ALL.get(job).emitted(flow, getRuntimeContext().getTaskInfo().getAttemptNumber());
      return flow;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      ALL.get(job).checkpoints.incrementAndGet();
    }
  }

  /** Counts, and tells at the end of all time. */
  private static final class Count extends KeyedProcessFunction<String, FlowRecord, Void> {

    private static final long serialVersionUID = 1L;

    private final int job;
    private transient MapState<Long, Integer> counts;

    Count(int job) {
      this.job = job;
    }

    @Override
    public void open(OpenContext context) {
      counts =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("counts", Types.LONG, Types.INT));
    }

    @Override
    public void processElement(FlowRecord flow, Context context, Collector<Void> out)
        throws Exception {
      Integer before = counts.get(flow.bytesIn());
      counts.put(flow.bytesIn(), before == null ? 1 : before + 1);
      if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
        // Of a reader that was idle, for which the others' end of time did not wait.
        tell(context.getCurrentKey());
      } else {
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
      }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Void> out) throws Exception {
      tell(context.getCurrentKey());
    }

    private void tell(String key) throws Exception {
      Map<Long, Integer> all = new HashMap<>();
      for (Map.Entry<Long, Integer> count : counts.entries()) {
        all.put(count.getKey(), count.getValue());
      }
      ALL.get(job).counted.put(key, all);
    }
  }
}
