package dev.weir.job.source.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Entry;
import dev.weir.flow.UserException;
import dev.weir.job.source.MessageDecoding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.connector.base.source.reader.fetcher.SingleThreadFetcherManager;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;

/** The entries of a Kinesis data stream, decoded where they are read. */
public final class KinesisSource
    implements Source<Entry, ShardSplit, EnumeratorState>, SupportsSplitReassignmentOnRecovery {

  private static final long serialVersionUID = 1L;

  private final StreamArn arn;
  private final KinesisStream.Connector connector;
  private final Instant from;
  private final ReadSettings settings;
  private final LogOptions log;
  private final long maxFutureMillis;

  /**
   * Reads a stream.
   *
   * @param from where to begin without a savepoint; null for the oldest message that is still there
   * @param log how messages are written
   * @param maxFutureMillis how far an event time may lie beyond a message's arrival
   */
  KinesisSource(
      StreamArn arn,
      KinesisStream.Connector connector,
      Instant from,
      ReadSettings settings,
      LogOptions log,
      long maxFutureMillis) {
    this.arn = arn;
    this.connector = connector;
    this.from = from;
    this.settings = settings;
    this.log = log;
    this.maxFutureMillis = maxFutureMillis;
  }

  /** Reads a stream of AWS; the parameters are those of the constructor. */
  public static KinesisSource of(
      StreamArn arn,
      AwsAccess access,
      Instant from,
      ReadSettings settings,
      LogOptions log,
      long maxFutureMillis) {
    KinesisStream.Connector connector =
        () -> AwsStream.connect(arn, access, AwsAccess.Retries.NONE);
    return new KinesisSource(arn, connector, from, settings, log, maxFutureMillis);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SplitEnumerator<ShardSplit, EnumeratorState> createEnumerator(
      SplitEnumeratorContext<ShardSplit> context) {
    Position start = from == null ? Position.HORIZON : new Position.AtTime(from.toEpochMilli());
    return enumerator(context, EnumeratorState.begin(arn.text(), start));
  }

  /** Refuses to go on in another stream: its shards have the same names and other messages. */
  @Override
  public SplitEnumerator<ShardSplit, EnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<ShardSplit> context, EnumeratorState state) {
    if (!state.stream().equals(arn.text())) {
      throw new UserException(
          "this savepoint is of stream "
              + state.stream()
              + ", and --kinesis.stream is "
              + arn
              + "; read that stream on, or start without the savepoint");
    }
    return enumerator(context, state);
  }

  private ShardEnumerator enumerator(
      SplitEnumeratorContext<ShardSplit> context, EnumeratorState state) {
    return new ShardEnumerator(
        context, connector.connect(), state, settings.discovery(), Waiting.MACHINE);
  }

  @Override
  public SourceReader<Entry, ShardSplit> createReader(SourceReaderContext context) {
    Map<String, List<Shard>> children = new ConcurrentHashMap<>();
    // Once: a reader without shards lets its thread go, and takes another when there are some
    // again.
    ShardMetrics metrics = new ShardMetrics(context.metricGroup(), Waiting.MACHINE);
    return new KinesisReader(
        new SingleThreadFetcherManager<>(
            () -> shardReader(context.getIndexOfSubtask(), metrics, children),
            context.getConfiguration()),
        new KinesisEntries(
            arn.name(),
            new MessageDecoding(log, maxFutureMillis, context.metricGroup()),
            context.metricGroup()),
        context,
        children);
  }

  private ShardReader shardReader(
      int subtask, ShardMetrics metrics, Map<String, List<Shard>> children) {
    ThreadFactory threads = new ExecutorThreadFactory("kinesis-reads-" + subtask);
    ExecutorService executor = Executors.newCachedThreadPool(threads);
    return new ShardReader(
        connector.connect(), settings, executor, Waiting.MACHINE, metrics, children);
  }

  @Override
  public SimpleVersionedSerializer<ShardSplit> getSplitSerializer() {
    return StateSerializer.SPLITS;
  }

  @Override
  public SimpleVersionedSerializer<EnumeratorState> getEnumeratorCheckpointSerializer() {
    return StateSerializer.ENUMERATOR;
  }
}
