package dev.weir.job.source.kinesis;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes splits for checkpoints and on their way to readers. */
final class SplitSerializer implements SimpleVersionedSerializer<ShardSplit> {

  @Override
  public int getVersion() {
    return StateBytes.VERSION;
  }

  @Override
  public byte[] serialize(ShardSplit split) throws IOException {
    return StateBytes.of(split, StateBytes::writeSplit);
  }

  @Override
  public ShardSplit deserialize(int version, byte[] bytes) throws IOException {
    return StateBytes.read(version, bytes, StateBytes::readSplit);
  }
}
