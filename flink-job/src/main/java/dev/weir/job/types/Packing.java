package dev.weir.job.types;

import dev.weir.feature.Accumulator;
import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Makes accumulators into bytes and back. Not thread-safe: its buffers serve again.
 *
 * @param <A> the accumulators
 */
public final class Packing<A extends Accumulator<A>> {

  private static final int USUAL_BYTES = 512;

  private final Reader<A> reader;
  private final DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
  private final DataInputDeserializer in = new DataInputDeserializer();

  /** Reads an accumulator from its bytes. */
  public interface Reader<A> extends Serializable {
    /** Reads what the accumulator wrote; refuses other versions by name. */
    A read(DataInput in) throws IOException;
  }

  /** Of accumulators that this reads. */
  public Packing(Reader<A> reader) {
    this.reader = reader;
  }

  /** The accumulator's bytes as they are now. */
  public Packed pack(A seen) {
    try {
      out.clear();
      seen.write(out);
      return new Packed(seen.flows(), out.getCopyOfBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What both have seen. */
  public Packed merged(Packed one, Packed other) throws IOException {
    A seen = unpack(one);
    seen.merge(unpack(other));
    return pack(seen);
  }

  /** An accumulator of its own. */
  public A unpack(Packed packed) throws IOException {
    in.setBuffer(packed.bytes());
    return reader.read(in);
  }
}
