package dev.weir.job.source.kinesis;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls shards, each at its own pace: a list has them by when they may be read next, a few are
 * being read at any time, and what they give is handed on in the order in which it comes. A shard
 * that is throttled, idle, slow or paused holds up no other, and between reads this waits rather
 * than spins.
 *
 * <p>At most {@link #READS_AT_ONCE} answers, of 10 MB each at the most, are in memory here: what
 * was read is handed on before more is asked for.
 */
final class ShardReader implements SplitReader<Message, ShardSplit> {

  /** How many shards are read at the same time. */
  static final int READS_AT_ONCE = 8;

  private static final Logger LOG = LoggerFactory.getLogger(ShardReader.class);
  private static final long FIRST_BACKOFF_MILLIS = 500;
  private static final long LONGEST_BACKOFF_MILLIS = 15_000;
  private static final Outcome WAKE_UP = new Outcome(null, null, null);

  private final KinesisStream stream;
  private final ReadSettings settings;
  private final ExecutorService executor;
  private final Waiting clock;
  private final ShardMetrics metrics;
  private final Map<String, List<Shard>> ended;
  private final Backoff backoff =
      new Backoff(FIRST_BACKOFF_MILLIS, LONGEST_BACKOFF_MILLIS, Math::random);
  private final Map<String, ShardPoll> shards = new HashMap<>();
  private final PriorityQueue<ShardPoll> ready =
      new PriorityQueue<>(Comparator.comparingLong(ShardPoll::due));
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private int underWay;

  /**
   * What became of a read: a batch or a failure.
   *
   * @param shard null where nothing was read, and whoever waits is only to wake up
   */
  private record Outcome(ShardPoll shard, Batch batch, Throwable failure) {

    boolean isWakeUp() {
      return shard == null;
    }
  }

  /**
   * Reads nothing yet.
   *
   * @param executor runs reads, {@link #READS_AT_ONCE} at once; closed with this
   * @param ended is told what came of a shard before it is reported as finished; thread-safe
   */
  ShardReader(
      KinesisStream stream,
      ReadSettings settings,
      ExecutorService executor,
      Waiting clock,
      ShardMetrics metrics,
      Map<String, List<Shard>> ended) {
    this.stream = stream;
    this.settings = settings;
    this.executor = executor;
    this.clock = clock;
    this.metrics = metrics;
    this.ended = ended;
  }

  @Override
  public RecordsWithSplitIds<Message> fetch() throws IOException {
    while (true) {
      startDue();
      Outcome outcome = await();
      if (outcome != null && outcome.isWakeUp()) {
        return new RecordsBySplits<>(Map.of(), Set.of());
      }
      if (outcome != null) {
        underWay--;
        RecordsWithSplitIds<Message> records = settle(outcome);
        if (records != null) {
          return records;
        }
      }
    }
  }

  private void startDue() {
    long now = clock.millis();
    while (underWay < READS_AT_ONCE && !ready.isEmpty() && ready.peek().due() <= now) {
      ShardPoll shard = ready.poll();
      shard.begin(now);
      underWay++;
      executor.execute(() -> outcomes.add(read(shard)));
    }
  }

  private Outcome read(ShardPoll shard) {
    try {
      return new Outcome(shard, shard.read(stream, settings.limit()), null);
    } catch (RuntimeException | Error e) {
      // Whatever it is, it is for the task to fail of, and not for this thread to end by.
      return new Outcome(shard, null, e);
    }
  }

  /** The next outcome; null where a shard has become due before there was one. */
  private Outcome await() throws IOException {
    boolean isFull = underWay == READS_AT_ONCE || ready.isEmpty();
    long timeout = isFull ? Long.MAX_VALUE : Math.max(0, ready.peek().due() - clock.millis());
    try {
      return clock.poll(outcomes, timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading shards", e);
    }
  }

  /** Null where there is nothing to hand on. */
  private RecordsWithSplitIds<Message> settle(Outcome outcome) {
    ShardPoll shard = outcome.shard();
    if (outcome.failure() != null) {
      return failed(shard, outcome.failure());
    }
    Batch batch = outcome.batch();
    metrics.read(shard.shard(), batch);
    if (batch.isLast()) {
      return end(shard, batch.messages(), batch.children());
    }
    shard.succeeded(batch, settings);
    list(shard);
    return batch.messages().isEmpty()
        ? null
        : new RecordsBySplits<>(Map.of(shard.shard(), batch.messages()), Set.of());
  }

  private RecordsWithSplitIds<Message> end(
      ShardPoll shard, List<Message> messages, List<Shard> children) {
    shards.remove(shard.shard());
    metrics.remove(shard.shard());
    ended.put(shard.shard(), children);
    return new RecordsBySplits<>(Map.of(shard.shard(), messages), Set.of(shard.shard()));
  }

  private RecordsWithSplitIds<Message> failed(ShardPoll shard, Throwable failure) {
    if (!(failure instanceof StreamException e)) {
      ExceptionUtils.rethrow(failure);
      return null;
    }
    long now = clock.millis();
    switch (e.kind()) {
      case THROTTLED -> {
        metrics.throttled();
        shard.failed(now, backoff);
      }
      case PASSING -> {
        metrics.retried();
        shard.failed(now, backoff);
        LOG.warn("Reading {} failed and is tried again: {}", shard.shard(), e.getMessage());
      }
      case EXPIRED_ITERATOR -> {
        metrics.retried();
        shard.expired(now, backoff);
      }
      case SHARD_GONE -> {
        LOG.warn("{}; what came of it is read on", e.getMessage());
        return end(shard, List.of(), List.of());
      }
      case FATAL -> throw e;
    }
    list(shard);
    return null;
  }

  private void list(ShardPoll shard) {
    if (shard.isReady()) {
      ready.add(shard);
    }
  }

  @Override
  public void handleSplitsChanges(SplitsChange<ShardSplit> change) {
    if (!(change instanceof SplitsAddition<ShardSplit>)) {
      throw new UnsupportedOperationException("shards are not taken away: " + change);
    }
    for (ShardSplit split : change.splits()) {
      ShardPoll shard = new ShardPoll(split, clock.millis());
      shards.put(split.splitId(), shard);
      metrics.add(split.splitId());
      list(shard);
    }
  }

  /** What is under way for a shard that is paused is still handed on. */
  @Override
  public void pauseOrResumeSplits(Collection<ShardSplit> paused, Collection<ShardSplit> resumed) {
    paused.forEach(split -> pause(split, true));
    resumed.forEach(split -> pause(split, false));
  }

  private void pause(ShardSplit split, boolean wanted) {
    ShardPoll shard = shards.get(split.splitId());
    if (shard != null) {
      ready.remove(shard);
      shard.pause(wanted);
      list(shard);
    }
  }

  @Override
  public void wakeUp() {
    outcomes.add(WAKE_UP);
  }

  @Override
  public void close() {
    executor.shutdownNow();
    stream.close();
  }
}
