package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Flows by destination port, over a fixed number of hash buckets. */
final class PortHistogram {

  /** How many buckets there are; the entropy is at most log2 of it. */
  static final int BUCKETS = 64;

  private static final int FIBONACCI = 0x9E3779B1;

  private final long[] counts = new long[BUCKETS];

  void add(int port) {
    counts[(port * FIBONACCI) >>> 26]++;
  }

  void merge(PortHistogram other) {
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] += other.counts[i];
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
      if (count > 0) {
        double share = (double) count / total;
        sum -= share * StrictMath.log(share);
      }
    }
    return sum / StrictMath.log(2) + 0.0;
  }

  /** A bit for each occupied bucket, then their counts. */
  void write(DataOutput out) throws IOException {
    long occupied = 0;
    for (int i = 0; i < BUCKETS; i++) {
      if (counts[i] > 0) {
        occupied |= 1L << i;
      }
    }
    out.writeLong(occupied);
    for (long count : counts) {
      if (count > 0) {
        Varint.write(out, count);
      }
    }
  }

  static PortHistogram read(DataInput in) throws IOException {
    PortHistogram histogram = new PortHistogram();
    long occupied = in.readLong();
    for (int i = 0; i < BUCKETS; i++) {
      if ((occupied >>> i & 1) != 0) {
        histogram.counts[i] = Varint.read(in);
      }
    }
    return histogram;
  }
}
