package dev.weir.decode;

/**
 * Makes entries of a message's bytes. Total: whatever the bytes are, each entry in them reaches the
 * collector exactly once, as a flow, a dead letter or ignored, and nothing is thrown. Not
 * thread-safe: a decoder may keep buffers between calls.
 */
public interface FlowLogDecoder {

  /** Decodes {@code length} bytes of {@code message} from {@code offset}. */
  void decode(byte[] message, int offset, int length, EntryCollector out);
}
