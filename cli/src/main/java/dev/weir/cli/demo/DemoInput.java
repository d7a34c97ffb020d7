package dev.weir.cli.demo;

import dev.weir.cli.MessageSender;
import dev.weir.cli.detect.LocalDetection;
import dev.weir.decode.LogOptions;
import java.util.List;

/** The stream that the demo's flows travel through. */
interface DemoInput extends AutoCloseable {

  /** What is said of it. */
  String inWords();

  /** What the job has to be told of it, and of the logs in it. */
  List<String> arguments(LogOptions log);

  /** How what is in it is decoded. */
  LogOptions readAs(LogOptions log);

  /** Sends lines into it. */
  MessageSender sender();

  /**
   * Whether the job has read everything.
   *
   * @param sent lines that were sent
   */
  boolean isRead(LocalDetection detection, long sent) throws InterruptedException;

  /** Hands on everything that is in it, in the order of each split. */
  void read(Delivery out);

  @Override
  void close();

  /** Takes what is in the stream. */
  @FunctionalInterface
  interface Delivery {
    /**
     * Called for each message.
     *
     * @param split partition or shard
     * @param appended when the stream took it, epoch milliseconds
     */
    void accept(int split, long appended, byte[] message);
  }
}
