package dev.weir.feature;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Bytes, packets and active time of a window's records, both ways. */
final class Volume {

  private long bytesIn;
  private long bytesInRecords;
  private long maxBytesIn;
  private long bytesOut;
  private long bytesOutRecords;
  private long packets;
  private long packetRecords;
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
      bytesInRecords++;
      maxBytesIn = Math.max(maxBytesIn, bytes);
    }
    if (flow.bytesOut() != ABSENT) {
      bytes = Sums.saturated(bytes, flow.bytesOut());
      bytesOut = Sums.saturated(bytesOut, flow.bytesOut());
      bytesOutRecords++;
    }
    if (flow.packets() != ABSENT) {
      packets = Sums.saturated(packets, flow.packets());
      packetRecords++;
      if (flow.bytesIn() != ABSENT || flow.bytesOut() != ABSENT) {
        sizedPackets = Sums.saturated(sizedPackets, flow.packets());
        packetBytes = Sums.saturated(packetBytes, bytes);
      }
    }
  }

  void merge(Volume other) {
    bytesIn = Sums.saturated(bytesIn, other.bytesIn);
    bytesInRecords += other.bytesInRecords;
    maxBytesIn = Math.max(maxBytesIn, other.maxBytesIn);
    bytesOut = Sums.saturated(bytesOut, other.bytesOut);
    bytesOutRecords += other.bytesOutRecords;
    packets = Sums.saturated(packets, other.packets);
    packetRecords += other.packetRecords;
    sizedPackets = Sums.saturated(sizedPackets, other.sizedPackets);
    packetBytes = Sums.saturated(packetBytes, other.packetBytes);
    firstStart = Math.min(firstStart, other.firstStart);
    lastEnd = Math.max(lastEnd, other.lastEnd);
  }

  double bytesIn() {
    return bytesInRecords == 0 ? Double.NaN : bytesIn;
  }

  double bytesOut() {
    return bytesOutRecords == 0 ? Double.NaN : bytesOut;
  }

  double packets() {
    return packetRecords == 0 ? Double.NaN : packets;
  }

  double packetSize() {
    return Sums.ratio(packetBytes, sizedPackets);
  }

  double maxBytesIn() {
    return bytesInRecords == 0 ? Double.NaN : maxBytesIn;
  }

  /** Bytes both ways a second of active time. */
  double rate() {
    if (bytesInRecords + bytesOutRecords == 0) {
      return Double.NaN;
    }
    double activeSeconds = Math.max(1000, lastEnd - firstStart) / 1000.0;
    return Sums.saturated(bytesIn, bytesOut) / activeSeconds;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, bytesIn);
    Varint.write(out, bytesInRecords);
    Varint.write(out, maxBytesIn);
    Varint.write(out, bytesOut);
    Varint.write(out, bytesOutRecords);
    Varint.write(out, packets);
    Varint.write(out, packetRecords);
    Varint.write(out, sizedPackets);
    Varint.write(out, packetBytes);
    out.writeLong(firstStart);
    // Where nothing was seen yet this turns over, and back when it is read.
    Varint.write(out, lastEnd - firstStart);
  }

  static Volume read(DataInput in) throws IOException {
    Volume read = new Volume();
    read.bytesIn = Varint.read(in);
    read.bytesInRecords = Varint.read(in);
    read.maxBytesIn = Varint.read(in);
    read.bytesOut = Varint.read(in);
    read.bytesOutRecords = Varint.read(in);
    read.packets = Varint.read(in);
    read.packetRecords = Varint.read(in);
    read.sizedPackets = Varint.read(in);
    read.packetBytes = Varint.read(in);
    read.firstStart = in.readLong();
    read.lastEnd = read.firstStart + Varint.read(in);
    return read;
  }
}
