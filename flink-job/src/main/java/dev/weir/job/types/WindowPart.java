package dev.weir.job.types;

import dev.weir.feature.Accumulator;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.Varint;
import dev.weir.feature.ViewKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A part of a window, added up where its flows were read, on its way to the window's state: the
 * first of a window goes into it as it is.
 *
 * <p>Its bytes travel between the tasks of one running job and outlive none, so that only the
 * accumulator in them has a version.
 *
 * @param key whom the flows are counted for
 * @param start the window's start, epoch milliseconds
 * @param flows see {@link PartialWindow#flows}
 * @param seen what the flows add up to
 */
public record WindowPart<K extends ViewKey>(K key, long start, long flows, Packed seen) {

  /** What has been added up so far. */
  public static <K extends ViewKey, A extends Accumulator<A>> WindowPart<K> of(
      PartialWindow<K, A> partial, Packing<A> packing) {
    return new WindowPart<>(
        partial.key(), partial.start(), partial.flows(), packing.pack(partial.seen()));
  }

  void write(DataOutput out) throws IOException {
    key.write(out);
    out.writeLong(start);
    Varint.write(out, flows);
    seen.write(out);
  }

  static WindowPart<SourceKey> ofSource(DataInput in) throws IOException {
    return new WindowPart<>(SourceKey.read(in), in.readLong(), Varint.read(in), Packed.read(in));
  }

  static WindowPart<TargetKey> ofTarget(DataInput in) throws IOException {
    return new WindowPart<>(TargetKey.read(in), in.readLong(), Varint.read(in), Packed.read(in));
  }
}
