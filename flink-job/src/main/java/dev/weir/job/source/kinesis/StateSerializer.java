package dev.weir.job.source.kinesis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes splits and the enumerator's state for checkpoints, and splits on their way to readers.
 * Nothing else is ever read as them.
 */
record StateSerializer<T>(StateBytes.Writer<T> writer, StateBytes.Reader<T> reader)
    implements SimpleVersionedSerializer<T> {

  /**
   * Of splits and of the enumerator's state alike. Flink hands a source what another source wrote
   * under the same uid: no number of Kafka's connector is anywhere near this one.
   */
  static final int VERSION = 7001;

  static final StateSerializer<ShardSplit> SPLITS =
      new StateSerializer<>(StateBytes::writeSplit, StateBytes::readSplit);

  static final StateSerializer<EnumeratorState> ENUMERATOR =
      new StateSerializer<>(EnumeratorState::write, EnumeratorState::read);

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(T value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /**
   * Reads a value and nothing but it.
   *
   * @throws IOException for another version, an unknown kind, bytes that are missing or left over
   */
  @Override
  public T deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "state of version "
              + version
              + ", and a Kinesis source reads version "
              + VERSION
              + ": it is another source's or another release's; restore it with that");
    }
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    T value = reader.read(new DataInputStream(in));
    if (in.available() > 0) {
      throw new IOException(in.available() + " bytes follow the state of a Kinesis source");
    }
    return value;
  }
}
