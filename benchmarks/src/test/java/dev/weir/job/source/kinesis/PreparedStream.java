package dev.weir.job.source.kinesis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stream in memory that answers at once, with as much as the service would at most: what is
 * measured of a source with it is the source. It is in this JVM, and found by its id.
 *
 * @param content each shard's messages
 */
record PreparedStream(int id, List<List<Message>> content, AtomicInteger reads)
    implements KinesisStream {

  private static final int BYTES_OF_A_READ = 10 << 20;
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final Map<Integer, PreparedStream> ALL = new ConcurrentHashMap<>();

  static PreparedStream of(List<List<Message>> content) {
    PreparedStream stream =
        new PreparedStream(IDS.incrementAndGet(), List.copyOf(content), new AtomicInteger());
    ALL.put(stream.id(), stream);
    return stream;
  }

  Connector connector() {
    int shipped = id;
    return () -> ALL.get(shipped);
  }

  @Override
  public Instant time() {
    return Instant.now();
  }

  @Override
  public List<Shard> shardsBehind(String last) {
    return allShards().stream().filter(shard -> shard.id().compareTo(last) > 0).toList();
  }

  @Override
  public List<Shard> shardsFrom(Instant time) {
    return allShards();
  }

  @Override
  public List<Shard> shards() {
    return allShards();
  }

  private List<Shard> allShards() {
    List<Shard> all = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      all.add(new Shard("shardId-%012d".formatted(i), List.of(), 1.0 / content.size()));
    }
    return all;
  }

  @Override
  public String iterator(String shard, Position position) {
    return "0";
  }

  @Override
  public Batch read(String shard, String iterator, int limit) {
    reads.incrementAndGet();
    List<Message> messages = content.get(Integer.parseInt(shard.substring("shardId-".length())));
    int from = Integer.parseInt(iterator);
    int to = from;
    int bytes = 0;
    while (to < messages.size() && to - from < limit && bytes < BYTES_OF_A_READ) {
      bytes += messages.get(to++).data().length;
    }
    return new Batch(
        messages.subList(from, to), String.valueOf(to), List.of(), messages.size() - to);
  }

  @Override
  public void close() {}
}
