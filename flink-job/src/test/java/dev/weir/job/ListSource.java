package dev.weir.job;

import dev.weir.flow.Entry;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Lists as the splits of a source, replayable from any position. */
final class ListSource
    implements Source<Entry, ListSource.Position, Collection<ListSource.Position>> {

  private static final long serialVersionUID = 1L;

  private final Script script;

  ListSource(Script script) {
    this.script = script;
  }

  /** What the source does, in this JVM; tasks find it by its id. */
  interface Script extends Serializable {

    List<List<? extends Entry>> splits();

    /** Completes when what follows a position may be read; false where nothing ever follows. */
    CompletableFuture<Void> mayRead(int split, int position);

    /** Whether splits end. */
    boolean ends();

    /** A checkpoint that covers so much of a split is complete. */
    void checkpointed(int split, int position);
  }

  /** Where a split is to be read on. */
  record Position(int split, int next) implements SourceSplit {
    @Override
    public String splitId() {
      return String.valueOf(split);
    }
  }

  @Override
  public Boundedness getBoundedness() {
    return script.ends() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Entry, Position> createReader(SourceReaderContext context) {
    return new Reader(script);
  }

  @Override
  public SplitEnumerator<Position, Collection<Position>> createEnumerator(
      SplitEnumeratorContext<Position> context) {
    List<Position> all = new ArrayList<>();
    for (int split = 0; split < script.splits().size(); split++) {
      all.add(new Position(split, 0));
    }
    return new Enumerator(context, all);
  }

  @Override
  public SplitEnumerator<Position, Collection<Position>> restoreEnumerator(
      SplitEnumeratorContext<Position> context, Collection<Position> unassigned) {
    return new Enumerator(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<Position> getSplitSerializer() {
    return new PositionSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Collection<Position>> getEnumeratorCheckpointSerializer() {
    return new PositionsSerializer();
  }

  /** Gives splits to subtasks in turn. */
  private record Enumerator(
      SplitEnumeratorContext<Position> context, Collection<Position> unassigned)
      implements SplitEnumerator<Position, Collection<Position>> {

    Enumerator {
      unassigned = new ArrayList<>(unassigned);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<Position> splits, int subtask) {
      unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {
      List<Position> mine =
          unassigned.stream()
              .filter(split -> split.split() % context.currentParallelism() == subtask)
              .toList();
      unassigned.removeAll(mine);
      if (!mine.isEmpty()) {
        // All at once: a split that comes later may find that event time has passed it.
        context.assignSplits(new SplitsAssignment<>(Map.of(subtask, mine)));
      }
      context.signalNoMoreSplits(subtask);
    }

    @Override
    public Collection<Position> snapshotState(long checkpointId) {
      return List.copyOf(unassigned);
    }

    @Override
    public void close() {}
  }

  private static final class Reader implements SourceReader<Entry, Position> {

    private final Script script;
    private final Deque<Position> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private List<Position> snapshot = List.of();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    Reader(Script script) {
      this.script = script;
    }

    @Override
    public void start() {}

    /** One entry of each split in turn. */
    @Override
    public InputStatus pollNext(ReaderOutput<Entry> out) {
      for (int i = waiting.size(); i > 0; i--) {
        Position at = waiting.poll();
        List<? extends Entry> entries = script.splits().get(at.split());
        if (at.next() == entries.size() && script.ends()) {
          out.releaseOutputForSplit(at.splitId());
          continue;
        }
        waiting.add(at);
        if (at.next() < entries.size() && script.mayRead(at.split(), at.next()).isDone()) {
          waiting.removeLast();
          waiting.add(new Position(at.split(), at.next() + 1));
          out.createOutputForSplit(at.splitId()).collect(entries.get(at.next()));
          return InputStatus.MORE_AVAILABLE;
        }
      }
      if (waiting.isEmpty() && complete.isDone()) {
        return InputStatus.END_OF_INPUT;
      }
      available = nextAvailable();
      return InputStatus.NOTHING_AVAILABLE;
    }

    private CompletableFuture<Void> nextAvailable() {
      CompletableFuture<?>[] any =
          waiting.stream()
              .filter(at -> at.next() < script.splits().get(at.split()).size())
              .map(at -> script.mayRead(at.split(), at.next()))
              .toArray(CompletableFuture<?>[]::new);
      if (any.length > 0) {
        return CompletableFuture.anyOf(any).thenApply(done -> null);
      }
      return waiting.isEmpty() ? complete : new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return available;
    }

    @Override
    public List<Position> snapshotState(long checkpointId) {
      snapshot = List.copyOf(waiting);
      return snapshot;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      snapshot.forEach(at -> script.checkpointed(at.split(), at.next()));
    }

    @Override
    public void addSplits(List<Position> splits) {
      waiting.addAll(splits);
      available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
      complete.complete(null);
      available.complete(null);
    }

    @Override
    public void close() {}
  }

  private static final class PositionSerializer implements SimpleVersionedSerializer<Position> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Position position) {
      return ByteBuffer.allocate(8).putInt(position.split()).putInt(position.next()).array();
    }

    @Override
    public Position deserialize(int version, byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return new Position(in.getInt(), in.getInt());
    }
  }

  private static final class PositionsSerializer
      implements SimpleVersionedSerializer<Collection<Position>> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Collection<Position> positions) {
      ByteBuffer out = ByteBuffer.allocate(8 * positions.size());
      positions.forEach(position -> out.putInt(position.split()).putInt(position.next()));
      return out.array();
    }

    @Override
    public Collection<Position> deserialize(int version, byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      List<Position> positions = new ArrayList<>();
      while (in.hasRemaining()) {
        positions.add(new Position(in.getInt(), in.getInt()));
      }
      return positions;
    }
  }
}
