package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one window's flows to one target add up to.
 *
 * @param flows how many
 * @param syns those that a SYN without ACK began, as far as the log gives flags
 * @param bytesIn bytes sent to it; 0 where no record gives them
 * @param bytesOut bytes that came back; 0 where no record gives them
 * @param slots a bit for each sixty-fourth of the window in which a flow began; see {@link
 *     ActivitySlots}
 */
public record TargetCount(
    TargetKey target, long flows, long syns, long bytesIn, long bytesOut, long slots) {

  void write(DataOutput out) throws IOException {
    target.write(out);
    Varint.write(out, flows);
    Varint.write(out, syns);
    Varint.write(out, bytesIn);
    Varint.write(out, bytesOut);
    out.writeLong(slots);
  }

  static TargetCount read(DataInput in) throws IOException {
    return new TargetCount(
        TargetKey.read(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        in.readLong());
  }
}
