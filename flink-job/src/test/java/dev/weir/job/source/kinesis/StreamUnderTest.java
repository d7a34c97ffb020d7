package dev.weir.job.source.kinesis;

import java.util.List;

/** A stream that a test can change, in memory or in an emulator. */
interface StreamUnderTest {

  /** Makes connections for the source. */
  KinesisStream.Connector open();

  /** Puts a message and waits until the stream has it. */
  void put(String key, byte[] data);

  /** Shards that take messages, by ascending id. */
  List<String> openShards();

  /** Splits a shard in its middle. */
  void split(String shard);

  /** The stream's own time, in epoch milliseconds. */
  long now();

  /** Lets so much time pass for the stream. */
  void pass(long millis);

  /** Merges two neighbours. */
  void merge(String one, String other);
}
