package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What has been seen so far, in one place, of one source in one window: other places may hold other
 * parts, and {@link FeatureAccumulator#merge} puts them together. Mutable; not thread-safe.
 *
 * <p>Its bytes travel between the tasks of one running job and outlive none, so that only the
 * accumulator in them has a version.
 */
public final class PartialWindow {

  private final SourceKey source;
  private final long start;
  private final FeatureAccumulator seen;
  private long flows;

  PartialWindow(SourceKey source, long start) {
    this(source, start, 0, new FeatureAccumulator());
  }

  private PartialWindow(SourceKey source, long start, long flows, FeatureAccumulator seen) {
    this.source = source;
    this.start = start;
    this.flows = flows;
    this.seen = seen;
  }

  /** Whose flows they are. */
  public SourceKey source() {
    return source;
  }

  /** The window's start, epoch milliseconds. */
  public long start() {
    return start;
  }

  /** What the flows add up to. */
  public FeatureAccumulator seen() {
    return seen;
  }

  /**
   * The flows that accounts have to count here: those of which this is the last window. A flow in
   * several sliding windows is then counted once, and is late where even its last one has closed.
   */
  public long flows() {
    return flows;
  }

  void countFlow() {
    flows++;
  }

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    source.write(out);
    out.writeLong(start);
    Varint.write(out, flows);
    seen.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static PartialWindow read(DataInput in) throws IOException {
    return new PartialWindow(
        SourceKey.read(in), in.readLong(), Varint.read(in), FeatureAccumulator.read(in));
  }
}
