package dev.weir.job.source.kinesis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** What Flink gives an enumerator, with calls that run when a test says so. */
final class FakeContext implements SplitEnumeratorContext<ShardSplit> {

  private final int parallelism;
  private final Map<Integer, ReaderInfo> readers = new HashMap<>();
  private final Deque<Runnable> calls = new ArrayDeque<>();
  private final Map<String, Integer> assigned = new TreeMap<>();
  private Runnable tick = () -> {};

  FakeContext(int parallelism) {
    this.parallelism = parallelism;
  }

  void register(int subtask, List<ShardSplit> reported) {
    readers.put(subtask, ReaderInfo.createReaderInfo(subtask, "here", reported));
  }

  void unregister(int subtask) {
    readers.remove(subtask);
    assigned.values().removeIf(reader -> reader == subtask);
  }

  /** Which shard was given to which subtask. */
  Map<String, Integer> assigned() {
    return assigned;
  }

  /** Lets what is called now and then be called now. */
  void tick() {
    tick.run();
  }

  /** Runs one of the calls that wait. */
  void call() {
    calls.remove().run();
  }

  int calls() {
    return calls.size();
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int currentParallelism() {
    return parallelism;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return readers;
  }

  @Override
  public void assignSplits(SplitsAssignment<ShardSplit> assignment) {
    assignment
        .assignment()
        .forEach(
            (subtask, splits) -> splits.forEach(split -> assigned.put(split.splitId(), subtask)));
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    calls.add(() -> run(callable, handler));
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
    tick = () -> run(callable, handler);
  }

  private static <T> void run(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    T result = null;
    Throwable failure = null;
    try {
      result = callable.call();
    } catch (Exception e) {
      failure = e;
    }
    handler.accept(result, failure);
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    runnable.run();
  }
}
