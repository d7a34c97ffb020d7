package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Flows by destination port, over a fixed number of hash buckets. Only the occupied ones are kept,
 * in their order: most sources use a handful of ports.
 */
final class PortHistogram {

  /** How many buckets there are; the entropy is at most log2 of it. */
  static final int BUCKETS = 64;

  private static final int FIBONACCI = 0x9E3779B1;
  private static final double LN2 = StrictMath.log(2);
  private static final long[] NONE = {};

  /** A bit for each bucket. */
  private long occupied;

  private long[] counts = NONE;

  void add(int port) {
    add((port * FIBONACCI) >>> 26, 1);
  }

  private void add(int bucket, long flows) {
    long bit = 1L << bucket;
    int at = Long.bitCount(occupied & (bit - 1));
    if ((occupied & bit) == 0) {
      long[] wider = new long[counts.length + 1];
      System.arraycopy(counts, 0, wider, 0, at);
      System.arraycopy(counts, at, wider, at + 1, counts.length - at);
      counts = wider;
      occupied |= bit;
    }
    counts[at] += flows;
  }

  void merge(PortHistogram other) {
    int i = 0;
    for (long rest = other.occupied; rest != 0; rest &= rest - 1) {
      add(Long.numberOfTrailingZeros(rest), other.counts[i++]);
    }
  }

  /** Shannon entropy in bits, summed in bucket order; NaN without flows. */
  double entropy() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    if (total == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (long count : counts) {
      // One bucket with everything adds 1 * ln(1): nothing.
      if (count != total) {
        double share = (double) count / total;
        sum -= share * StrictMath.log(share);
      }
    }
    return sum / LN2 + 0.0;
  }

  /** A bit for each occupied bucket, then their counts. */
  void write(DataOutput out) throws IOException {
    out.writeLong(occupied);
    for (long count : counts) {
      Varint.write(out, count);
    }
  }

  static PortHistogram read(DataInput in) throws IOException {
    PortHistogram histogram = new PortHistogram();
    histogram.occupied = in.readLong();
    histogram.counts = new long[Long.bitCount(histogram.occupied)];
    for (int i = 0; i < histogram.counts.length; i++) {
      histogram.counts[i] = Varint.read(in);
    }
    return histogram;
  }
}
