package dev.weir.feature;

import dev.weir.feature.TargetView.SourceCount;
import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A target's sources: how many there are, and the flows of the {@value #MAX} whose hashes are
 * lowest, which is as good as by lot. What is kept in the end was never left out before, so that
 * its counts are exact in any order and grouping. Mutable; not thread-safe.
 */
final class SourceTally {

  /** Most sources that are kept. */
  static final int MAX = 8;

  /** Of the sketch: standard error 1.6 %. */
  private static final int PRECISION = 12;

  private static final Comparator<SourceCount> MOST_FLOWS_FIRST =
      Comparator.comparingLong(SourceCount::flows).reversed().thenComparing(SourceCount::source);

  /** By hash, ascending. */
  private SourceKey[] sources = new SourceKey[1];

  private long[] hashes = new long[1];
  private long[] flows = new long[1];
  private int size;

  /** All of them, once more than are kept have come; null before. */
  private DistinctSketch all;

  /** Adds a flow of its source. */
  void add(FlowRecord flow) {
    long hash = hash(flow.scope(), flow.source());
    int at = Arrays.binarySearch(hashes, 0, size, hash);
    if (at < 0) {
      count(hash);
      at = fits(-at - 1) ? insert(-at - 1, hash, SourceKey.of(flow)) : -1;
    }
    if (at >= 0) {
      flows[at]++;
    }
  }

  private static long hash(String scope, String address) {
    long hash = DistinctSketch.hash(address);
    return scope.isEmpty() ? hash : DistinctSketch.hash(hash, scope.hashCode());
  }

  private static boolean fits(int at) {
    return at < MAX;
  }

  /** Counts a source that is not kept so far. */
  private void count(long hash) {
    if (all == null && size == MAX) {
      countKept();
    }
    if (all != null) {
      all.add(hash);
    }
  }

  private void countKept() {
    all = new DistinctSketch(PRECISION);
    for (int i = 0; i < size; i++) {
      all.add(hashes[i]);
    }
  }

  private int insert(int at, long hash, SourceKey source) {
    if (size == hashes.length && size < MAX) {
      sources = Arrays.copyOf(sources, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
      flows = Arrays.copyOf(flows, 2 * size);
    }
    int moved = Math.min(size, MAX - 1) - at;
    System.arraycopy(sources, at, sources, at + 1, moved);
    System.arraycopy(hashes, at, hashes, at + 1, moved);
    System.arraycopy(flows, at, flows, at + 1, moved);
    sources[at] = source;
    hashes[at] = hash;
    flows[at] = 0;
    size = Math.min(size + 1, MAX);
    return at;
  }

  void merge(SourceTally other) {
    if (other.all != null) {
      if (all == null) {
        countKept();
      }
      all.merge(other.all);
    }
    for (int i = 0; i < other.size; i++) {
      long hash = other.hashes[i];
      int at = Arrays.binarySearch(hashes, 0, size, hash);
      if (at < 0) {
        count(hash);
        at = fits(-at - 1) ? insert(-at - 1, hash, other.sources[i]) : -1;
      }
      if (at >= 0) {
        flows[at] += other.flows[i];
      }
    }
  }

  /** How many sources there are; estimated above 96. */
  long distinct() {
    return all == null ? size : all.estimate();
  }

  /** The sources that are kept, most flows first. */
  List<SourceCount> toList() {
    List<SourceCount> counts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      counts.add(new SourceCount(sources[i], flows[i]));
    }
    counts.sort(MOST_FLOWS_FIRST);
    return counts;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      sources[i].write(out);
      Varint.write(out, flows[i]);
    }
    out.writeBoolean(all != null);
    if (all != null) {
      all.write(out);
    }
  }

  static SourceTally read(DataInput in) throws IOException {
    int size = in.readUnsignedByte();
    if (size > MAX) {
      throw new IOException("counts of " + size + " sources");
    }
    SourceTally read = new SourceTally();
    for (int i = 0; i < size; i++) {
      SourceKey source = SourceKey.read(in);
      read.insert(i, hash(source.scope(), source.address()), source);
      read.flows[i] = Varint.read(in);
    }
    read.all = in.readBoolean() ? DistinctSketch.read(in, PRECISION) : null;
    return read;
  }
}
