package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ShardPollTest {

  private static final ShardSplit SPLIT =
      new ShardSplit(new Shard("shardId-000000000000", List.of(), 1), Position.HORIZON);

  @Test
  void aShardThatGivesNoIteratorHasEnded() {
    Batch batch = new ShardPoll(SPLIT, 0).read(stream((proxy, method, arguments) -> null), 10);

    assertThat(batch.isLast()).isTrue();
    assertThat(batch.messages()).isEmpty();
  }

  @Test
  void whatNoStreamThrowsFailsTheTaskAndNotTheThreadThatReads() {
    KinesisStream broken =
        stream(
            (proxy, method, arguments) -> {
              if (method.getName().equals("iterator")) {
                throw new NoClassDefFoundError("a jar is missing");
              }
              return null;
            });
    ShardReader reader =
        new ShardReader(
            broken,
            new ReadSettings(500, 10, 30_000),
            Executors.newSingleThreadExecutor(),
            Waiting.MACHINE,
            new ShardMetrics(
                UnregisteredMetricsGroup.createSourceReaderMetricGroup(), Waiting.MACHINE),
            new HashMap<>());
    reader.handleSplitsChanges(new SplitsAddition<>(List.of(SPLIT)));

    assertThatThrownBy(reader::fetch)
        .isInstanceOf(NoClassDefFoundError.class)
        .hasMessage("a jar is missing");
    reader.close();
  }

  private static KinesisStream stream(InvocationHandler answers) {
    return (KinesisStream)
        Proxy.newProxyInstance(
            ShardPollTest.class.getClassLoader(), new Class<?>[] {KinesisStream.class}, answers);
  }
}
