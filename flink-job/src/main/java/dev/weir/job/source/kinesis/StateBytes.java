package dev.weir.job.source.kinesis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How what the source remembers is written into checkpoints. */
final class StateBytes {

  private static final int HORIZON = 0;
  private static final int AT_TIME = 1;
  private static final int AFTER = 2;
  private static final int ENDED = 3;

  private StateBytes() {}

  /** Writes a value. */
  interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads a value. */
  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  static void writeSplit(ShardSplit split, DataOutput out) throws IOException {
    writeShard(split.shard(), out);
    writePosition(split.position(), out);
  }

  static ShardSplit readSplit(DataInput in) throws IOException {
    return new ShardSplit(readShard(in), readPosition(in));
  }

  private static void writeShard(Shard shard, DataOutput out) throws IOException {
    out.writeUTF(shard.id());
    writeAll(shard.parents(), (parent, to) -> to.writeUTF(parent), out);
    out.writeDouble(shard.share());
  }

  private static Shard readShard(DataInput in) throws IOException {
    return new Shard(in.readUTF(), readAll(in, DataInput::readUTF), in.readDouble());
  }

  static void writePosition(Position position, DataOutput out) throws IOException {
    if (position instanceof Position.AtTime at) {
      out.writeByte(AT_TIME);
      out.writeLong(at.millis());
    } else if (position instanceof Position.After after) {
      out.writeByte(AFTER);
      out.writeUTF(after.sequence());
    } else if (position instanceof Position.Ended ended) {
      out.writeByte(ENDED);
      writeAll(ended.children(), StateBytes::writeShard, out);
    } else {
      out.writeByte(HORIZON);
    }
  }

  static Position readPosition(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case HORIZON -> Position.HORIZON;
      case AT_TIME -> new Position.AtTime(in.readLong());
      case AFTER -> new Position.After(in.readUTF());
      case ENDED -> new Position.Ended(readAll(in, StateBytes::readShard));
      default -> throw new IOException("a shard's position of unknown kind " + kind);
    };
  }

  static <T> void writeAll(Collection<T> values, Writer<T> writer, DataOutput out)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(value, out);
    }
  }

  static <T> List<T> readAll(DataInput in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      throw new IOException("a list of " + size + " in the state of a Kinesis source");
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }
}
