package dev.weir.job.source.kinesis;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes the enumerator's state for checkpoints. */
final class EnumeratorStateSerializer implements SimpleVersionedSerializer<EnumeratorState> {

  @Override
  public int getVersion() {
    return StateBytes.VERSION;
  }

  @Override
  public byte[] serialize(EnumeratorState state) throws IOException {
    return StateBytes.of(state, EnumeratorState::write);
  }

  @Override
  public EnumeratorState deserialize(int version, byte[] bytes) throws IOException {
    return StateBytes.read(version, bytes, EnumeratorState::read);
  }
}
