package dev.weir.feature;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What a view keeps its windows by. Hashes decide which subtask the state of a key lives in, so
 * they are spelled out and fixed for good, as are the bytes.
 */
public interface ViewKey {

  /**
   * The share of all keys that this one falls into, by its hash; fixed for good.
   *
   * @param shares how many there are
   * @return 0 and up, below {@code shares}
   */
  default int share(int shares) {
    return Integer.remainderUnsigned(hashCode(), shares);
  }

  /** Writes the version and every field. */
  void write(DataOutput out) throws IOException;
}
