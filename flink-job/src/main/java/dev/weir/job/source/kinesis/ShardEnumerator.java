package dev.weir.job.source.kinesis;

import dev.weir.job.source.kinesis.StreamException.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds shards and gives them to readers. It lists them at the start, then every now and then, and
 * at once where a shard has ended. A listing that fails is made again, later each time; meanwhile
 * what is being read is read on.
 *
 * <p>Readers hand over what they had when they start again after a failure, and nobody is given
 * anything until all of them have: a child must not be read while its parent is still on its way
 * here.
 */
final class ShardEnumerator implements SplitEnumerator<ShardSplit, EnumeratorState> {

  private static final Logger LOG = LoggerFactory.getLogger(ShardEnumerator.class);

  /** Between two looks at whether a listing is due. */
  private static final long TICK_MILLIS = 250;

  private static final long FIRST_BACKOFF_MILLIS = 1_000;
  private static final long LONGEST_BACKOFF_MILLIS = 60_000;

  private final SplitEnumeratorContext<ShardSplit> context;
  private final KinesisStream stream;
  private final ShardTracker tracker;
  private final Waiting clock;
  private final long interval;
  private final Backoff backoff;
  private final Counter failed;
  private boolean listing;
  private boolean wanted;
  private long due;
  private int failures;

  /**
   * Not started.
   *
   * @param interval milliseconds from one listing to the next where no shard ends
   */
  ShardEnumerator(
      SplitEnumeratorContext<ShardSplit> context,
      KinesisStream stream,
      EnumeratorState state,
      long interval,
      Waiting clock) {
    this.context = context;
    this.stream = stream;
    this.tracker = new ShardTracker(state);
    this.interval = interval;
    this.clock = clock;
    this.backoff = new Backoff(FIRST_BACKOFF_MILLIS, LONGEST_BACKOFF_MILLIS, Math::random);
    this.failed = context.metricGroup().counter(ShardMetrics.DISCOVERY_FAILURES);
  }

  @Override
  public void start() {
    due = clock.millis();
    context.metricGroup().setUnassignedSplitsGauge(() -> (long) tracker.waiting());
    context.callAsync(() -> true, (ticked, failure) -> listIfDue(), 0, TICK_MILLIS);
  }

  private void listIfDue() {
    if (!listing && (wanted || clock.millis() >= due)) {
      listing = true;
      wanted = false;
      context.callAsync(listing(), this::listed);
    }
  }

  /** Runs in a thread of its own: whatever it needs of the tracker it takes before. */
  private Callable<List<Shard>> listing() {
    String last = tracker.lastListed();
    if (!last.isEmpty()) {
      return () -> stream.shardsBehind(last);
    }
    if (tracker.start() instanceof Position.AtTime at) {
      return () -> stream.shardsFrom(Instant.ofEpochMilli(at.millis()));
    }
    return stream::shards;
  }

  private void listed(List<Shard> shards, Throwable failure) {
    listing = false;
    if (failure == null) {
      failures = 0;
      due = clock.millis() + interval;
      tracker.listed(shards);
      assign();
      listIfDue();
    } else {
      failed(failure);
    }
  }

  private void failed(Throwable failure) {
    if (!(failure instanceof StreamException e)) {
      throw new IllegalStateException("listing shards failed", failure);
    }
    if (e.kind() == Kind.FATAL) {
      throw e;
    }
    failures++;
    failed.inc();
    long pause = backoff.millis(failures);
    due = clock.millis() + pause;
    LOG.warn(
        "Listing shards failed, {} times in a row; again in {} ms. What is being read is read on.",
        failures,
        pause,
        failure);
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    // Shards are given without being asked for.
  }

  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    if (!(event instanceof ShardEnded ended)) {
      throw new IllegalArgumentException("no event of a reader of shards: " + event);
    }
    tracker.ended(ended.shard(), ended.children());
    assign();
    wanted = failures == 0;
    listIfDue();
  }

  @Override
  public void addReader(int subtask) {
    ReaderInfo reader = context.registeredReaders().get(subtask);
    List<ShardSplit> reported = reader.getReportedSplitsOnRegistration();
    reported.forEach(tracker::reported);
    assign();
  }

  @Override
  public void addSplitsBack(List<ShardSplit> splits, int subtask) {
    tracker.returned(splits, subtask);
  }

  private void assign() {
    if (context.registeredReaders().size() < context.currentParallelism()) {
      return;
    }
    Map<Integer, List<ShardSplit>> assignment = tracker.assign(context.currentParallelism());
    if (!assignment.isEmpty()) {
      LOG.info("Shards for readers: {}", assignment);
      context.assignSplits(new SplitsAssignment<>(assignment));
    }
  }

  @Override
  public EnumeratorState snapshotState(long checkpointId) {
    return tracker.state();
  }

  @Override
  public void close() {
    stream.close();
  }
}
