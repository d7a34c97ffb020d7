package dev.weir.feature;

import com.dynatrace.hash4j.distinctcount.HyperLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts distinct hashes in bounded space: the sorted set of their 32-bit tokens up to {@link
 * #SPARSE_LIMIT} of them (exact), a HyperLogLog of {@value #PRECISION} bits, or as many as asked
 * for, above it (standard error 1.04 / sqrt(2^bits), about 3 % of {@value #PRECISION}). Tokens lose
 * nothing that the HyperLogLog would keep, so form and estimate depend on the set alone, never on
 * order or grouping.
 *
 * @see <a href="https://arxiv.org/abs/1702.01284">Ertl 2017, New cardinality estimation algorithms
 *     for HyperLogLog sketches</a>
 */
public final class DistinctSketch {

  private static final Hasher64 HASHER = Hashing.komihash5_0();

  /** Largest set that is kept exactly. */
  static final int SPARSE_LIMIT = 96;

  private static final int PRECISION = 10;
  private static final int[] NO_TOKENS = {};

  private int[] tokens = NO_TOKENS;
  private HyperLogLog dense;

  /** Short, as is the other: sketches are many. */
  private short size;

  private final byte precision;

  /** Empty. */
  public DistinctSketch() {
    this(PRECISION);
  }

  /** Empty, with a HyperLogLog of so many bits once it is one. */
  DistinctSketch(int precision) {
    this.precision = (byte) precision;
  }

  /** A well-mixed hash of a text, the same for ever. */
  public static long hash(CharSequence text) {
    return HASHER.hashCharsToLong(text);
  }

  /** A well-mixed hash of a number, the same for ever. */
  public static long hash(int number) {
    return HASHER.hashLongIntToLong(number, 0);
  }

  /** A well-mixed hash of a hash and a number, the same for ever. */
  static long hash(long hash, int number) {
    return HASHER.hashLongIntToLong(hash, number);
  }

  /** Adds a well-mixed hash. */
  public void add(long hash) {
    if (dense != null) {
      dense.add(hash);
    } else {
      addToken(HyperLogLog.computeToken(hash));
    }
  }

  void merge(DistinctSketch other) {
    if (other.dense != null) {
      densify();
      dense.add(other.dense);
    } else {
      for (int i = 0; i < other.size; i++) {
        addToken(other.tokens[i]);
      }
    }
  }

  /** The number of distinct hashes: exact while sparse, else the rounded maximum likelihood. */
  public long estimate() {
    return dense == null ? size : Math.round(dense.getDistinctCountEstimate());
  }

  private void addToken(int token) {
    if (dense != null) {
      dense.addToken(token);
      return;
    }
    int at = Arrays.binarySearch(tokens, 0, size, token);
    if (at >= 0) {
      return;
    }
    if (size == SPARSE_LIMIT) {
      densify();
      dense.addToken(token);
      return;
    }
    insert(-at - 1, token);
  }

  private void insert(int at, int token) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, Math.min(SPARSE_LIMIT, size + 2 + size / 4));
    }
    System.arraycopy(tokens, at, tokens, at + 1, size - at);
    tokens[at] = token;
    size++;
  }

  private void densify() {
    if (dense != null) {
      return;
    }
    dense = HyperLogLog.create(precision);
    for (int i = 0; i < size; i++) {
      dense.addToken(tokens[i]);
    }
    tokens = NO_TOKENS;
    size = 0;
  }

  /** Number of tokens and the tokens; or one more than the limit and the HyperLogLog's state. */
  void write(DataOutput out) throws IOException {
    if (dense != null) {
      out.writeByte(SPARSE_LIMIT + 1);
      out.write(dense.getState());
      return;
    }
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeInt(tokens[i]);
    }
  }

  static DistinctSketch read(DataInput in) throws IOException {
    return read(in, PRECISION);
  }

  /** Reads what a sketch of that precision wrote. */
  static DistinctSketch read(DataInput in, int precision) throws IOException {
    DistinctSketch sketch = new DistinctSketch(precision);
    int size = in.readUnsignedByte();
    if (size > SPARSE_LIMIT + 1) {
      throw new IOException("a sketch of " + size + " tokens");
    }
    if (size > SPARSE_LIMIT) {
      byte[] state = new byte[HyperLogLog.create(precision).getState().length];
      in.readFully(state);
      sketch.dense = HyperLogLog.wrap(state);
      return sketch;
    }
    sketch.tokens = new int[size];
    sketch.size = (short) size;
    for (int i = 0; i < size; i++) {
      sketch.tokens[i] = in.readInt();
    }
    return sketch;
  }
}
