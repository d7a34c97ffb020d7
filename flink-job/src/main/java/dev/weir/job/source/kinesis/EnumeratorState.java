package dev.weir.job.source.kinesis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the enumerator remembers. Shards that are being read are in their readers' state, and those
 * that have been read are in nobody's: that they are done follows from their ids.
 *
 * @param stream ARN of the stream that this is about
 * @param start where the job began to read
 * @param lastListed the greatest id that a listing has shown; empty before the first listing
 * @param early shards beyond that, of which a reader told before a listing did
 * @param waiting shards that no reader has
 */
record EnumeratorState(
    String stream, Position start, String lastListed, Set<String> early, List<ShardSplit> waiting) {

  EnumeratorState {
    early = new TreeSet<>(early);
    waiting = List.copyOf(waiting);
  }

  /** Before the first listing. */
  static EnumeratorState begin(String stream, Position start) {
    return new EnumeratorState(stream, start, "", Set.of(), List.of());
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(stream);
    StateBytes.writePosition(start, out);
    out.writeUTF(lastListed);
    StateBytes.writeAll(early, (id, to) -> to.writeUTF(id), out);
    StateBytes.writeAll(waiting, StateBytes::writeSplit, out);
  }

  static EnumeratorState read(DataInput in) throws IOException {
    return new EnumeratorState(
        in.readUTF(),
        StateBytes.readPosition(in),
        in.readUTF(),
        Set.copyOf(StateBytes.readAll(in, DataInput::readUTF)),
        StateBytes.readAll(in, StateBytes::readSplit));
  }
}
