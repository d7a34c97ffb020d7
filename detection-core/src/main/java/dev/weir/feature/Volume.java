package dev.weir.feature;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Bytes, packets and active time of a window's records, both ways. */
final class Volume {

  private static final int BYTES_IN = 1;
  private static final int BYTES_OUT = 2;
  private static final int PACKETS = 4;

  /** Which of these some record gave. */
  private int given;

  private long bytesIn;
  private long maxBytesIn;
  private long bytesOut;
  private long packets;
  private long sizedPackets;
  private long packetBytes;
  private long firstStart = Long.MAX_VALUE;
  private long lastEnd = Long.MIN_VALUE;

  void add(FlowRecord flow) {
    firstStart = Math.min(firstStart, flow.start());
    lastEnd = Math.max(lastEnd, flow.end());
    long bytes = 0;
    if (flow.bytesIn() != ABSENT) {
      bytes = flow.bytesIn();
      bytesIn = Sums.saturated(bytesIn, bytes);
      given |= BYTES_IN;
      maxBytesIn = Math.max(maxBytesIn, bytes);
    }
    if (flow.bytesOut() != ABSENT) {
      bytes = Sums.saturated(bytes, flow.bytesOut());
      bytesOut = Sums.saturated(bytesOut, flow.bytesOut());
      given |= BYTES_OUT;
    }
    if (flow.packets() != ABSENT) {
      packets = Sums.saturated(packets, flow.packets());
      given |= PACKETS;
      if (flow.bytesIn() != ABSENT || flow.bytesOut() != ABSENT) {
        sizedPackets = Sums.saturated(sizedPackets, flow.packets());
        packetBytes = Sums.saturated(packetBytes, bytes);
      }
    }
  }

  void merge(Volume other) {
    bytesIn = Sums.saturated(bytesIn, other.bytesIn);
    given |= other.given;
    maxBytesIn = Math.max(maxBytesIn, other.maxBytesIn);
    bytesOut = Sums.saturated(bytesOut, other.bytesOut);
    packets = Sums.saturated(packets, other.packets);
    sizedPackets = Sums.saturated(sizedPackets, other.sizedPackets);
    packetBytes = Sums.saturated(packetBytes, other.packetBytes);
    firstStart = Math.min(firstStart, other.firstStart);
    lastEnd = Math.max(lastEnd, other.lastEnd);
  }

  double bytesIn() {
    return orNaN(BYTES_IN, bytesIn);
  }

  double bytesOut() {
    return orNaN(BYTES_OUT, bytesOut);
  }

  double packets() {
    return orNaN(PACKETS, packets);
  }

  double packetSize() {
    return Sums.ratio(packetBytes, sizedPackets);
  }

  double maxBytesIn() {
    return orNaN(BYTES_IN, maxBytesIn);
  }

  private double orNaN(int what, long sum) {
    return (given & what) == 0 ? Double.NaN : sum;
  }

  /** The earliest start, epoch milliseconds. */
  long firstStart() {
    return firstStart;
  }

  /** The latest end, epoch milliseconds. */
  long lastEnd() {
    return lastEnd;
  }

  /** Bytes both ways a second of active time. */
  double rate() {
    if ((given & (BYTES_IN | BYTES_OUT)) == 0) {
      return Double.NaN;
    }
    double activeSeconds = Math.max(1000, lastEnd - firstStart) / 1000.0;
    return Sums.saturated(bytesIn, bytesOut) / activeSeconds;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(given);
    Varint.write(out, bytesIn);
    Varint.write(out, maxBytesIn);
    Varint.write(out, bytesOut);
    Varint.write(out, packets);
    Varint.write(out, sizedPackets);
    Varint.write(out, packetBytes);
    out.writeLong(firstStart);
    // Where nothing was seen yet this turns over, and back when it is read.
    Varint.write(out, lastEnd - firstStart);
  }

  static Volume read(DataInput in) throws IOException {
    Volume read = new Volume();
    read.given = in.readByte();
    read.bytesIn = Varint.read(in);
    read.maxBytesIn = Varint.read(in);
    read.bytesOut = Varint.read(in);
    read.packets = Varint.read(in);
    read.sizedPackets = Varint.read(in);
    read.packetBytes = Varint.read(in);
    read.firstStart = in.readLong();
    read.lastEnd = read.firstStart + Varint.read(in);
    return read;
  }
}
