package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What went to the targets of a source that are not kept by themselves, and which of these far more
 * went to than to the others: no number of decoys that are called once each hides them.
 *
 * <p>A target's number falls into one of {@value #BUCKETS} buckets by its lowest bits. A bucket
 * adds up, for each of the other bits, what went to numbers that have it. Where one target
 * outweighs the rest, it decides on which side of a half each of these sums lies, which spells its
 * number, and the mean of their distances is what went to it, as what went to the others falls on
 * either side alike. Sums know no order: the content is the same to the bit however flows came and
 * were grouped. What is told of a target is an estimate, exact where it is alone in its bucket.
 *
 * <p>To hide one target takes decoys that are called as often, or so many more that the root of the
 * sum of their squares is a third of it; some 800 for forty flows. Targets that are not IPv4 are
 * not told, as their numbers are hashes. Mutable; not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/1061318.1061325">Cormode 2005, What's hot and what's not:
 *     numbers spelled by their bits</a>
 * @see <a href="https://doi.org/10.1016/S0304-3975(03)00400-6">Charikar 2004, Finding frequent
 *     items in data streams: the estimate by signs</a>
 */
final class HeavyTargets {

  private static final int BUCKET_BITS = 3;
  private static final int BUCKETS = 1 << BUCKET_BITS;

  /** Of a target's number, beside those that choose the bucket. */
  private static final int BITS = 63 - BUCKET_BITS;

  private static final int BYTES = BITS;
  private static final int ALL_FLOWS = 2 * BITS;
  private static final int ALL_BYTES_IN = ALL_FLOWS + 1;
  private static final int ALL_SYNS = ALL_FLOWS + 2;
  private static final int ALL_BYTES_OUT = ALL_FLOWS + 3;
  private static final int WIDTH = ALL_FLOWS + 4;

  /** Standard errors that are taken off an estimate: it should not say more than there is. */
  private static final double CAUTION = 2;

  /** By bit flows, by bit bytes, totals; null where nothing fell into. */
  private final long[][] buckets = new long[BUCKETS][];

  /** Adds what went to a target. */
  void add(long id, long flows, long syns, long bytesIn, long bytesOut) {
    int number = (int) id & (BUCKETS - 1);
    if (buckets[number] == null) {
      buckets[number] = new long[WIDTH];
    }
    long[] sums = buckets[number];
    sums[ALL_FLOWS] += flows;
    sums[ALL_SYNS] += syns;
    sums[ALL_BYTES_IN] = Sums.saturated(sums[ALL_BYTES_IN], bytesIn);
    sums[ALL_BYTES_OUT] = Sums.saturated(sums[ALL_BYTES_OUT], bytesOut);
    if (flows > 0 || bytesIn > 0) {
      addBits(sums, id >>> BUCKET_BITS, flows, bytesIn);
    }
  }

  private static void addBits(long[] sums, long bits, long flows, long bytesIn) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      sums[bit] += flows;
      sums[BYTES + bit] = Sums.saturated(sums[BYTES + bit], bytesIn);
    }
  }

  /** The sum of two of which either may be null, as nothing; is the one, altered, if it is not. */
  static HeavyTargets merged(HeavyTargets one, HeavyTargets other) {
    if (other == null) {
      return one;
    }
    HeavyTargets sum = one == null ? new HeavyTargets() : one;
    for (int i = 0; i < BUCKETS; i++) {
      if (sum.buckets[i] == null) {
        sum.buckets[i] = other.buckets[i] == null ? null : other.buckets[i].clone();
      } else if (other.buckets[i] != null) {
        for (int at = 0; at < WIDTH; at++) {
          sum.buckets[i][at] = Sums.saturated(sum.buckets[i][at], other.buckets[i][at]);
        }
      }
    }
    return sum;
  }

  /**
   * The targets that stand out by flows or by bytes sent, at most two of a bucket. Flows and bytes
   * sent are estimates that rather say too little; SYNs and bytes that came back are those of the
   * bucket at most, and times are not known.
   */
  List<TargetCount> toList() {
    List<TargetCount> found = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      long[] sums = buckets[i];
      if (sums != null) {
        long byFlows = spelled(sums, 0, ALL_FLOWS) << BUCKET_BITS | i;
        long byBytes = spelled(sums, BYTES, ALL_BYTES_IN) << BUCKET_BITS | i;
        if (sums[ALL_FLOWS] > 0) {
          add(byFlows, sums, found);
        }
        if (sums[ALL_BYTES_IN] > 0 && byBytes != byFlows) {
          add(byBytes, sums, found);
        }
      }
    }
    return found;
  }

  /** Of numbers that are spelled by chance one in thousands is a target's. */
  private static void add(long id, long[] sums, List<TargetCount> found) {
    if (!TargetId.isTarget(id)) {
      return;
    }
    long flows = Math.max(1, estimate(sums, 0, ALL_FLOWS, id));
    found.add(
        new TargetCount(
            TargetId.key(id),
            flows,
            Math.min(flows, sums[ALL_SYNS]),
            estimate(sums, BYTES, ALL_BYTES_IN, id),
            sums[ALL_BYTES_OUT],
            0));
  }

  private static long spelled(long[] sums, int from, int total) {
    long bits = 0;
    for (int bit = 0; bit < BITS; bit++) {
      if (sums[from + bit] > sums[total] - sums[from + bit]) {
        bits |= 1L << bit;
      }
    }
    return bits;
  }

  private static long estimate(long[] sums, int from, int total, long id) {
    double sum = 0;
    double squares = 0;
    for (int bit = 0; bit < BITS; bit++) {
      double with = (double) sums[from + bit];
      double without = (double) (sums[total] - sums[from + bit]);
      double side = (id >>> (bit + BUCKET_BITS) & 1) == 1 ? with - without : without - with;
      sum += side;
      squares += side * side;
    }
    double mean = sum / BITS;
    double deviation = StrictMath.sqrt(Math.max(0, squares / BITS - mean * mean));
    double least = mean - CAUTION * deviation / StrictMath.sqrt(BITS);
    return Math.max(0, Math.round(least));
  }

  void write(DataOutput out) throws IOException {
    for (long[] sums : buckets) {
      out.writeBoolean(sums != null);
      for (int at = 0; sums != null && at < WIDTH; at++) {
        Varint.write(out, sums[at]);
      }
    }
  }

  static HeavyTargets read(DataInput in) throws IOException {
    HeavyTargets read = new HeavyTargets();
    for (int i = 0; i < BUCKETS; i++) {
      if (in.readBoolean()) {
        read.buckets[i] = new long[WIDTH];
        for (int at = 0; at < WIDTH; at++) {
          read.buckets[i][at] = Varint.read(in);
        }
      }
    }
    return read;
  }
}
