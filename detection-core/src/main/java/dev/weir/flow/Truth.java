package dev.weir.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/** What a labelled log says of a flow, or of a window; for evaluations only, never for scores. */
public enum Truth {
  /** Nobody says. */
  UNKNOWN,
  NORMAL,
  ANOMALOUS;

  private final String id = name().toLowerCase(Locale.ROOT);

  private static final Truth[] VALUES = values();

  /** The name in JSON. */
  public String id() {
    return id;
  }

  /** The truth of that name; unknown for any other. */
  public static Truth of(String id) {
    for (Truth truth : VALUES) {
      if (truth.id.equals(id)) {
        return truth;
      }
    }
    return UNKNOWN;
  }

  /** Writes one byte. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(ordinal());
  }

  /** Reads what {@link #write} wrote. */
  public static Truth read(DataInput in) throws IOException {
    int index = in.readUnsignedByte();
    if (index >= VALUES.length) {
      throw new IOException(index + " is not a truth");
    }
    return VALUES[index];
  }

  /** The stronger of two: what is anomalous in part is anomalous. */
  public Truth or(Truth other) {
    return VALUES[Math.max(ordinal(), other.ordinal())];
  }
}
