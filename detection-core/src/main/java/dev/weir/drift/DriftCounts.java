package dev.weir.drift;

import dev.weir.feature.UnknownVersionException;
import dev.weir.model.ScoredWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Windows of one hour by the range of each quantity, the ranges being those of one model. Adding
 * and merging are commutative. Mutable; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class DriftCounts {

  /** Milliseconds of event time that counts are of. */
  public static final long HOUR = 3_600_000;

  private static final int VERSION = 1;
  private static final int MOST_QUANTITIES = 1_000;

  private final long hour;
  private final String modelId;
  private final long[][] counts;

  private DriftCounts(long hour, String modelId, long[][] counts) {
    this.hour = hour;
    this.modelId = modelId;
    this.counts = counts;
  }

  /** Of no windows yet of the hour that begins then, epoch milliseconds. */
  public DriftCounts(long hour, DriftBaseline baseline) {
    this(hour, baseline.modelId(), new long[baseline.size()][]);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new long[baseline.bins(i).size()];
    }
  }

  /** The beginning of the hour that a window ends in. */
  public static long hourOf(ScoredWindow window) {
    return Math.floorDiv(window.vector().windowEnd() - 1, HOUR) * HOUR;
  }

  /** The beginning of the hour that these are of, epoch milliseconds. */
  public long hour() {
    return hour;
  }

  /** Adds a window that is not anomalous. */
  public void add(ScoredWindow window, DriftBaseline baseline) {
    double[] values = baseline.values(window);
    for (int i = 0; i < counts.length; i++) {
      counts[i][baseline.bins(i).of(values[i])]++;
    }
  }

  /** Adds what others have counted by the same model. */
  public void merge(DriftCounts other) {
    for (int i = 0; i < counts.length; i++) {
      for (int bin = 0; bin < counts[i].length; bin++) {
        counts[i][bin] += other.counts[i][bin];
      }
    }
  }

  /** Windows by range of a quantity. */
  long[] of(int quantity) {
    return counts[quantity].clone();
  }

  /** How many windows there are. */
  long windows() {
    long windows = 0;
    for (long count : counts[0]) {
      windows += count;
    }
    return windows;
  }

  /** The model whose ranges these are counted by. */
  String modelId() {
    return modelId;
  }

  /** Writes the version and every count. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(hour);
    out.writeUTF(modelId);
    out.writeShort(counts.length);
    for (long[] of : counts) {
      out.writeByte(of.length);
      for (long count : of) {
        out.writeLong(count);
      }
    }
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static DriftCounts read(DataInput in) throws IOException {
    UnknownVersionException.check("drift counts", VERSION, in.readByte());
    long hour = in.readLong();
    String modelId = in.readUTF();
    int size = in.readUnsignedShort();
    if (size > MOST_QUANTITIES) {
      throw new IOException(size + " quantities: these bytes are not of drift counts");
    }
    long[][] counts = new long[size][];
    for (int i = 0; i < size; i++) {
      counts[i] = new long[in.readUnsignedByte()];
      for (int bin = 0; bin < counts[i].length; bin++) {
        counts[i][bin] = in.readLong();
      }
    }
    return new DriftCounts(hour, modelId, counts);
  }

  /** An equal one of its own. */
  public DriftCounts copy() {
    long[][] copy = new long[counts.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts[i].clone();
    }
    return new DriftCounts(hour, modelId, copy);
  }
}
