package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A histogram of intervals, counted in slots: {@value #BINS} bins of a quarter octave each, from
 * one slot to 65,535 of them. Only the bins that are not empty take room, two bytes each. Mutable;
 * not thread-safe.
 */
final class Intervals {

  private static final int BINS = 64;
  private static final int COUNT_BITS = 10;
  private static final int MAX_COUNT = (1 << COUNT_BITS) - 1;
  private static final int MAX_SLOTS = 65_535;

  /** So many bins are as wide together as a quarter less and a quarter more than their middle. */
  private static final int ALIKE = 3;

  private static final char[] NONE = {};

  /** Bin and count of each that is not empty, by bin. */
  private char[] bins = NONE;

  /** Counts an interval of so many slots, 1 and up. */
  void add(long slots) {
    int bin = bin(slots);
    int at = find(bin);
    if (at < 0) {
      at = -at - 1;
      char[] more = new char[bins.length + 1];
      System.arraycopy(bins, 0, more, 0, at);
      System.arraycopy(bins, at, more, at + 1, bins.length - at);
      more[at] = (char) (bin << COUNT_BITS);
      bins = more;
    }
    if (count(at) == MAX_COUNT) {
      halve();
    }
    bins[at]++;
  }

  /** The number of quarter octaves: four times the logarithm of two, by whole numbers alone. */
  private static int bin(long slots) {
    long square = Math.min(slots, MAX_SLOTS) * Math.min(slots, MAX_SLOTS);
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(square * square);
  }

  /** What was long ago counts less than what is new. No bin grows empty: the place would move. */
  private void halve() {
    for (int i = 0; i < bins.length; i++) {
      bins[i] = (char) (bin(i) << COUNT_BITS | (count(i) + 1) / 2);
    }
  }

  private int find(int bin) {
    int at = 0;
    while (at < bins.length && bin(at) < bin) {
      at++;
    }
    return at < bins.length && bin(at) == bin ? at : -at - 1;
  }

  private int bin(int at) {
    return bins[at] >> COUNT_BITS;
  }

  private int count(int at) {
    return bins[at] & MAX_COUNT;
  }

  /** How many intervals are counted. */
  int total() {
    int total = 0;
    for (int i = 0; i < bins.length; i++) {
      total += count(i);
    }
    return total;
  }

  /**
   * The typical interval: the mean of those that most others are like, within a quarter.
   *
   * @return NaN of none
   */
  Typical typical() {
    int best = -1;
    int most = 0;
    for (int i = 0; i < bins.length; i++) {
      int alike = alike(i);
      if (alike > most) {
        best = i;
        most = alike;
      }
    }
    if (best < 0) {
      return new Typical(Double.NaN, Double.NaN);
    }
    double sum = 0;
    for (int i = best; i < bins.length && bin(i) < bin(best) + ALIKE; i++) {
      sum += count(i) * StrictMath.pow(2, (bin(i) + 0.5) / 4);
    }
    return new Typical(sum / most, (double) most / total());
  }

  /** Intervals in a bin and those above that are alike. */
  private int alike(int first) {
    int sum = 0;
    for (int i = first; i < bins.length && bin(i) < bin(first) + ALIKE; i++) {
      sum += count(i);
    }
    return sum;
  }

  /**
   * An interval that stands for many.
   *
   * @param slots its length
   * @param share of all intervals that are like it
   */
  record Typical(double slots, double share) {}

  Intervals copy() {
    Intervals copy = new Intervals();
    copy.bins = bins.length == 0 ? NONE : bins.clone();
    return copy;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(bins.length);
    for (char bin : bins) {
      out.writeChar(bin);
    }
  }

  static Intervals read(DataInput in) throws IOException {
    int size = in.readUnsignedByte();
    if (size > BINS) {
      throw new IOException("intervals in " + size + " bins");
    }
    Intervals read = new Intervals();
    read.bins = size == 0 ? NONE : new char[size];
    for (int i = 0; i < size; i++) {
      read.bins[i] = in.readChar();
    }
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intervals that && Arrays.equals(bins, that.bins);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bins);
  }
}
