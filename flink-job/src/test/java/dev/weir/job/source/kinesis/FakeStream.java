package dev.weir.job.source.kinesis;

import dev.weir.job.source.kinesis.StreamException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A stream in memory that keeps to the service's rules: five reads a second and shard, iterators
 * good for five minutes, shards that end when they are split or merged, children named in the last
 * answer. Faults happen when a test says so.
 */
final class FakeStream implements KinesisStream, StreamUnderTest {

  private static final int READS_A_SECOND = 5;
  private static final long ITERATOR_MILLIS = 300_000;
  private static final BigInteger KEYS = BigInteger.ONE.shiftLeft(128);
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final Map<Integer, FakeStream> ALL = new ConcurrentHashMap<>();

  private final int id = IDS.incrementAndGet();
  private final LongSupplier clock;
  private final LongConsumer passing;
  private final TreeMap<String, FakeShard> shards = new TreeMap<>();
  private final Map<String, Deque<RuntimeException>> faults = new HashMap<>();
  private final Map<String, Integer> reads = new HashMap<>();
  private int nextShard;
  private long nextSequence = 1;
  private int listings;
  private int connections;
  private boolean deleted;
  private boolean tellsChildren = true;

  /** A shard's messages, and how it came and went. */
  private static final class FakeShard {
    final List<String> parents;
    final BigInteger first;
    final BigInteger last;
    final List<Message> messages = new ArrayList<>();
    final Deque<Long> readAt = new ArrayDeque<>();
    final long opened;
    long closed = Long.MAX_VALUE;

    FakeShard(List<String> parents, BigInteger first, BigInteger last, long opened) {
      this.parents = parents;
      this.first = first;
      this.last = last;
      this.opened = opened;
    }
  }

  private FakeStream(LongSupplier clock, LongConsumer passing) {
    this.clock = clock;
    this.passing = passing;
    ALL.put(id, this);
  }

  /** A stream in a test's time. */
  static FakeStream in(TestTime time, int count) {
    return of(count, new FakeStream(time::millis, time::pass));
  }

  /** A stream in this machine's time. */
  static FakeStream of(int count) {
    LongConsumer never =
        millis -> {
          throw new UnsupportedOperationException("nobody lets time pass");
        };
    return of(count, new FakeStream(System::currentTimeMillis, never));
  }

  private static FakeStream of(int count, FakeStream stream) {
    BigInteger width = KEYS.divide(BigInteger.valueOf(count));
    for (int i = 0; i < count; i++) {
      BigInteger first = width.multiply(BigInteger.valueOf(i));
      BigInteger next = i == count - 1 ? KEYS : first.add(width);
      stream.open(List.of(), first, next.subtract(BigInteger.ONE));
    }
    return stream;
  }

  private String open(List<String> parents, BigInteger first, BigInteger last) {
    String name = "shardId-%012d".formatted(nextShard++);
    shards.put(name, new FakeShard(parents, first, last, clock.getAsLong()));
    return name;
  }

  @Override
  public long now() {
    return clock.getAsLong();
  }

  @Override
  public void pass(long millis) {
    passing.accept(millis);
  }

  /** A connection that can be shipped, as long as it stays in this JVM. */
  Connector connector() {
    int shipped = id;
    return () -> {
      FakeStream stream = ALL.get(shipped);
      synchronized (stream) {
        stream.connections++;
      }
      return stream;
    };
  }

  @Override
  public Connector open() {
    return connector();
  }

  @Override
  public synchronized void put(String key, byte[] data) {
    BigInteger hash = hash(key);
    for (FakeShard shard : shards.values()) {
      if (shard.closed == Long.MAX_VALUE
          && shard.first.compareTo(hash) <= 0
          && hash.compareTo(shard.last) <= 0) {
        put(shard, data);
        return;
      }
    }
    throw new IllegalStateException("no shard has key " + key);
  }

  /** Puts a message into a shard, whatever its key. */
  synchronized void putInto(String shard, String text) {
    put(shards.get(shard), text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(FakeShard shard, byte[] data) {
    shard.messages.add(new Message(data, "%020d".formatted(nextSequence++), clock.getAsLong()));
  }

  private static BigInteger hash(String key) {
    try {
      return new BigInteger(
          1, MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized List<String> openShards() {
    return shards.entrySet().stream()
        .filter(shard -> shard.getValue().closed == Long.MAX_VALUE)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized void split(String name) {
    FakeShard shard = shards.get(name);
    BigInteger middle = shard.first.add(shard.last).shiftRight(1);
    shard.closed = clock.getAsLong();
    open(List.of(name), shard.first, middle);
    open(List.of(name), middle.add(BigInteger.ONE), shard.last);
  }

  @Override
  public synchronized void merge(String one, String other) {
    FakeShard left = shards.get(one);
    FakeShard right = shards.get(other);
    left.closed = clock.getAsLong();
    right.closed = left.closed;
    open(List.of(one, other), left.first.min(right.first), left.last.max(right.last));
  }

  /** Lets a shard go as one does that ended longer ago than the stream keeps. */
  synchronized void expire(String shard) {
    shards.remove(shard);
  }

  synchronized void delete() {
    deleted = true;
  }

  /** Lets the stream be silent about what came of shards. */
  void hideChildren() {
    tellsChildren = false;
  }

  /** Lets calls fail, one after the other: "list", or a shard's reads. */
  synchronized void fail(String what, RuntimeException... failures) {
    faults.computeIfAbsent(what, w -> new ArrayDeque<>()).addAll(List.of(failures));
  }

  static StreamException failure(Kind kind) {
    return new StreamException(
        kind, "a failure: " + kind, new UncheckedIOException(new IOException("made up")));
  }

  private void throwFault(String what) {
    if (deleted) {
      throw new StreamException(Kind.FATAL, "stream 'flows' does not exist", null);
    }
    Deque<RuntimeException> ofThis = faults.get(what);
    if (ofThis != null && !ofThis.isEmpty()) {
      throw ofThis.poll();
    }
  }

  synchronized int readsOf(String shard) {
    return reads.getOrDefault(shard, 0);
  }

  synchronized int listings() {
    return listings;
  }

  /** Connections that were made and not closed. */
  synchronized int connections() {
    return connections;
  }

  @Override
  public Instant time() {
    return Instant.ofEpochMilli(clock.getAsLong());
  }

  @Override
  public List<Shard> shards() {
    return list("", Long.MIN_VALUE);
  }

  @Override
  public List<Shard> shardsBehind(String last) {
    return list(last, Long.MIN_VALUE);
  }

  @Override
  public List<Shard> shardsFrom(Instant time) {
    return list("", time.toEpochMilli());
  }

  private synchronized List<Shard> list(String last, long from) {
    listings++;
    throwFault("list");
    return shards.tailMap(last, last.isEmpty()).entrySet().stream()
        .filter(shard -> shard.getValue().closed >= from)
        .map(shard -> shard(shard.getKey(), shard.getValue()))
        .toList();
  }

  private static Shard shard(String name, FakeShard shard) {
    return Shard.of(name, shard.parents, shard.first.toString(), shard.last.toString());
  }

  @Override
  public synchronized String iterator(String name, Position position) {
    FakeShard shard = existing(name);
    int index = 0;
    if (position instanceof Position.AtTime at) {
      while (index < shard.messages.size() && shard.messages.get(index).arrived() < at.millis()) {
        index++;
      }
    } else if (position instanceof Position.After after) {
      while (index < shard.messages.size()
          && shard.messages.get(index).sequence().compareTo(after.sequence()) <= 0) {
        index++;
      }
    }
    return iterator(index);
  }

  private FakeShard existing(String name) {
    throwFault("any");
    FakeShard shard = shards.get(name);
    if (shard == null) {
      throw new StreamException(Kind.SHARD_GONE, name + " is no more", null);
    }
    return shard;
  }

  private String iterator(int index) {
    return index + "@" + clock.getAsLong();
  }

  @Override
  public synchronized Batch read(String name, String iterator, int limit) {
    FakeShard shard = existing(name);
    reads.merge(name, 1, Integer::sum);
    throwFault(name);
    long now = clock.getAsLong();
    String[] parts = iterator.split("@");
    if (now - Long.parseLong(parts[1]) > ITERATOR_MILLIS) {
      throw failure(Kind.EXPIRED_ITERATOR);
    }
    requireSlow(shard, now);
    int from = Integer.parseInt(parts[0]);
    int to = Math.min(shard.messages.size(), from + limit);
    boolean ended = shard.closed != Long.MAX_VALUE && to == shard.messages.size();
    return new Batch(
        shard.messages.subList(from, to),
        ended ? null : iterator(to),
        ended && tellsChildren ? children(name) : List.of(),
        to == shard.messages.size() ? 0 : now - shard.messages.get(to).arrived() + 1);
  }

  private static void requireSlow(FakeShard shard, long now) {
    while (!shard.readAt.isEmpty() && now - shard.readAt.peek() >= 1_000) {
      shard.readAt.poll();
    }
    if (shard.readAt.size() == READS_A_SECOND) {
      throw failure(Kind.THROTTLED);
    }
    shard.readAt.add(now);
  }

  private List<Shard> children(String name) {
    return shards.entrySet().stream()
        .filter(child -> child.getValue().parents.contains(name))
        .map(child -> shard(child.getKey(), child.getValue()))
        .toList();
  }

  @Override
  public synchronized void close() {
    connections--;
  }
}
