package dev.weir.feature;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What one window has seen of one key of a view. Merging is commutative and associative to the bit.
 *
 * @param <A> itself
 */
public interface Accumulator<A extends Accumulator<A>> {

  /** Flows started by, or towards, the key. */
  long flows();

  /** Adds what another accumulator of the same key and window has seen. */
  void merge(A other);

  /** Writes the version and every field. */
  void write(DataOutput out) throws IOException;
}
