package dev.weir.cli.backtest;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;

/** Hands out files in the order given: the disorder was measured in that order. */
final class InOrder implements FileSplitAssigner {

  private final Deque<FileSourceSplit> remaining;

  InOrder(Collection<FileSourceSplit> splits) {
    remaining = new ArrayDeque<>(splits);
  }

  @Override
  public Optional<FileSourceSplit> getNext(String host) {
    return Optional.ofNullable(remaining.poll());
  }

  @Override
  public void addSplits(Collection<FileSourceSplit> splits) {
    remaining.addAll(splits);
  }

  @Override
  public Collection<FileSourceSplit> remainingSplits() {
    return List.copyOf(remaining);
  }
}
