package dev.weir.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.JsonBytes;
import java.io.IOException;

/**
 * What a threshold cuts off, held against the truth.
 *
 * @param above windows whose score is above it
 * @param right those of them that hold an attack
 * @param anomalous windows that hold an attack, above it or not
 */
public record Cut(long above, long right, long anomalous) {

  /** The share of what is above that holds an attack; NaN of nothing. */
  public double precision() {
    return (double) right / above;
  }

  /** The share of what holds an attack that is above; NaN where nothing does. */
  public double recall() {
    return (double) right / anomalous;
  }

  /** Writes precision and recall, each name with a prefix. */
  void write(JsonGenerator out, String prefix) throws IOException {
    JsonBytes.number(out, prefix + "precision", precision());
    JsonBytes.number(out, prefix + "recall", recall());
  }
}
