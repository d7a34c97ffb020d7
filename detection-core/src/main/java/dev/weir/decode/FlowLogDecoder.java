package dev.weir.decode;

/**
 * Makes entries of a message's bytes. Total: whatever the bytes are, each entry in them reaches the
 * collector exactly once, as a flow, a dead letter or ignored, and nothing is thrown. Not
 * thread-safe: a decoder may keep buffers between calls.
 */
public interface FlowLogDecoder {

  /** Decodes {@code length} bytes of {@code message} from {@code offset}. */
  void decode(byte[] message, int offset, int length, EntryCollector out);

  /**
   * Shows the fields of the flow that was reported last, as the log has them, before anything was
   * concluded. Nothing where a format has no names of its own. Good until the next call of {@link
   * #decode}; for messages of several entries, while the collector is called.
   */
  default void fields(FieldVisitor visitor) {}
}
