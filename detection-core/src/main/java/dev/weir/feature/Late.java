package dev.weir.feature;

import dev.weir.flow.EntryBytes;
import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What came after its windows had closed. */
public sealed interface Late {

  /** How many flows it stands for. */
  long flows();

  /** Whose flows they are. */
  SourceKey source();

  /** A flow that was late where it was read. */
  record Flow(FlowRecord flow) implements Late {
    @Override
    public long flows() {
      return 1;
    }

    @Override
    public SourceKey source() {
      return SourceKey.of(flow);
    }
  }

  /**
   * Flows that were in time where they were read, but not where their source's parts come together:
   * that place had lost patience with a silent input, or was further before a restart.
   *
   * @param windowStart of the last window of these flows, epoch milliseconds
   * @param windowEnd exclusive
   */
  record Flows(SourceKey source, long windowStart, long windowEnd, long flows) implements Late {}

  /** Writes the kind and every field. */
  static void write(Late late, DataOutput out) throws IOException {
    if (late instanceof Flow one) {
      out.writeBoolean(true);
      EntryBytes.writeFlow(one.flow(), out);
    } else {
      Flows several = (Flows) late;
      out.writeBoolean(false);
      several.source().write(out);
      out.writeLong(several.windowStart());
      out.writeLong(several.windowEnd());
      out.writeLong(several.flows());
    }
  }

  /** Reads what {@link #write} wrote. */
  static Late read(DataInput in) throws IOException {
    return in.readBoolean()
        ? new Flow(EntryBytes.readFlow(in))
        : new Flows(SourceKey.read(in), in.readLong(), in.readLong(), in.readLong());
  }
}
