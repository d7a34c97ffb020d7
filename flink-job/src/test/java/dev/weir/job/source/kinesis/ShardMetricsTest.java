package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class ShardMetricsTest {

  private static final String SHARD = "shardId-000000000000";

  private final Recorded group = new Recorded();
  private final TestTime time = new TestTime();
  private final ShardMetrics metrics = new ShardMetrics(group, time);

  @Test
  void whatIsRegisteredIsDocumentedAndTheOtherWayRound() throws IOException {
    metrics.add(SHARD);

    Set<String> registered = new TreeSet<>(group.metrics.keySet());
    registered.add(ShardMetrics.DISCOVERY_FAILURES);
    assertThat(registered).isEqualTo(documented());
  }

  @Test
  void readsAreCountedForWhatTheyGave() {
    metrics.add(SHARD);

    metrics.read(SHARD, batch(70, "a", "bc"));
    metrics.read(SHARD, batch(0));
    metrics.throttled();
    metrics.retried();

    assertThat(count("reads")).isEqualTo(4);
    assertThat(count("records")).isEqualTo(2);
    assertThat(count("bytes")).isEqualTo(3);
    assertThat(count("throttled")).isEqualTo(1);
    assertThat(count("retries")).isEqualTo(1);
  }

  @Test
  void aShardTellsHowFarItsReaderIsBehind() {
    metrics.add(SHARD);
    metrics.read(SHARD, batch(70, "a"));

    assertThat(group.groups).containsEntry("shard", SHARD);
    assertThat(behind()).isEqualTo(70);
    metrics.remove(SHARD);
  }

  @Test
  void aShardThatCannotBeReadFallsBehindByTheClock() {
    metrics.add(SHARD);
    metrics.read(SHARD, batch(70, "a"));
    time.pass(60_000);
    metrics.throttled();
    metrics.retried();

    assertThat(behind()).isEqualTo(60_070);
    metrics.read(SHARD, batch(0));
    assertThat(behind()).isZero();
  }

  @Test
  void howFarAShardIsBehindThatWasNeverReadNobodyKnows() {
    metrics.add(SHARD);
    time.pass(60_000);

    assertThat(behind()).isEqualTo(-1);
  }

  private long behind() {
    return (Long) ((Gauge<?>) group.metrics.get("weir.kinesis.millis_behind_latest")).getValue();
  }

  private static Batch batch(long behind, String... texts) {
    List<Message> messages =
        List.of(texts).stream().map(text -> new Message(text.getBytes(), "1", 0)).toList();
    return new Batch(messages, "next", List.of(), behind);
  }

  private long count(String name) {
    return ((Counter) group.metrics.get("weir.kinesis." + name)).getCount();
  }

  private static Set<String> documented() throws IOException {
    Matcher name =
        Pattern.compile("^\\| `(weir\\.kinesis\\.[^`]+)`", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../docs/metrics.md")));
    Set<String> names = new TreeSet<>();
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  /** Keeps what is registered. */
  private static final class Recorded extends UnregisteredMetricsGroup {

    private final Map<String, Metric> metrics = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    @Override
    public Counter counter(String name) {
      Counter counter = super.counter(name);
      metrics.put(name, counter);
      return counter;
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
      metrics.put(name, gauge);
      return gauge;
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
      groups.put(key, value);
      return this;
    }
  }
}
