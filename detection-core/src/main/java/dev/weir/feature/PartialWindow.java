package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What has been seen so far, in one place, of one key of a view in one window: other places may
 * hold other parts, and {@link Accumulator#merge} puts them together. Mutable; not thread-safe.
 *
 * <p>Its bytes travel between the tasks of one running job and outlive none, so that only the
 * accumulator in them has a version.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one
 */
public final class PartialWindow<K extends ViewKey, A extends Accumulator<A>> {

  private final K key;
  private final long start;
  private final A seen;
  private long flows;

  PartialWindow(K key, long start, A seen) {
    this(key, start, 0, seen);
  }

  private PartialWindow(K key, long start, long flows, A seen) {
    this.key = key;
    this.start = start;
    this.flows = flows;
    this.seen = seen;
  }

  /** Whom the flows are counted for. */
  public K key() {
    return key;
  }

  /** The window's start, epoch milliseconds. */
  public long start() {
    return start;
  }

  /** What the flows add up to. */
  public A seen() {
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
    key.write(out);
    out.writeLong(start);
    Varint.write(out, flows);
    seen.write(out);
  }

  /** Reads what {@link #write} wrote of a source. */
  public static PartialWindow<SourceKey, SourceAccumulator> readSource(DataInput in)
      throws IOException {
    return new PartialWindow<>(
        SourceKey.read(in), in.readLong(), Varint.read(in), SourceAccumulator.read(in));
  }

  /** Reads what {@link #write} wrote of a target. */
  public static PartialWindow<TargetKey, TargetAccumulator> readTarget(DataInput in)
      throws IOException {
    return new PartialWindow<>(
        TargetKey.read(in), in.readLong(), Varint.read(in), TargetAccumulator.read(in));
  }
}
