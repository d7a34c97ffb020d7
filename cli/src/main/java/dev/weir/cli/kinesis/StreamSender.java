package dev.weir.cli.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import dev.weir.cli.MessageSender;
import dev.weir.flow.UserException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Sends lines to a stream as a subscription of CloudWatch Logs would: many in an envelope, gzipped.
 * Each shard has a log stream of its own, so that its lines come in the order in which they were
 * sent. Messages that are envelopes already are sent as they are.
 */
public final class StreamSender implements MessageSender {

  private static final int MAX_RECORD = 1 << 20;
  private static final int MAX_EVENTS = 2_000;
  private static final int MAX_BYTES = 512 << 10;
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Log events have ids of so many digits. */
  private static final String ID = "%056d";

  private static final BigInteger IDS_A_MILLISECOND = BigInteger.valueOf(1_000_000_000_000L);

  private final RecordSender sender;
  private final boolean wrapped;
  private final Events[] lanes;
  private final BigInteger firstId;
  private long gatheredAt = System.nanoTime();
  private long gathered;
  private long handedOver;
  private long tooLarge;

  private StreamSender(RecordSender sender, boolean wrapped) {
    this.sender = sender;
    this.wrapped = wrapped;
    this.firstId = BigInteger.valueOf(System.currentTimeMillis()).multiply(IDS_A_MILLISECOND);
    this.lanes = new Events[sender.lanes()];
    Arrays.setAll(lanes, lane -> new Events("weir-replay-" + lane));
  }

  /**
   * Connects to a stream.
   *
   * @param wrapped whether messages are envelopes already
   * @throws UserException where there is no such stream, or it may not be written to
   */
  public static StreamSender connect(StreamArn arn, AwsAccess access, boolean wrapped) {
    return new StreamSender(RecordSender.connect(arn, access), wrapped);
  }

  @Override
  public void send(byte[] key, byte[] value) {
    int lane = key == null ? 0 : Math.floorMod(Arrays.hashCode(key), lanes.length);
    handedOver++;
    if (wrapped) {
      put(lane, value);
      return;
    }
    if (gathered == 0) {
      gatheredAt = System.nanoTime();
    }
    gathered++;
    Events events = lanes[lane];
    events.add(id(), System.currentTimeMillis(), value);
    if (events.size() >= MAX_EVENTS
        || events.bytes() >= MAX_BYTES
        || System.nanoTime() - gatheredAt >= LINGER_NANOS) {
      flush();
    }
  }

  private String id() {
    return ID.formatted(firstId.add(BigInteger.valueOf(handedOver)));
  }

  /** An envelope, in one record. */
  private void put(int lane, byte[] envelope) {
    byte[][] records = new byte[lanes.length][];
    records[lane] = fitting(envelope, 1);
    sender.put(records);
  }

  @Override
  public void flush() {
    byte[][] records = new byte[lanes.length][];
    for (int lane = 0; lane < lanes.length; lane++) {
      int events = lanes[lane].size();
      records[lane] = events == 0 ? null : fitting(lanes[lane].take(), events);
    }
    gathered = 0;
    sender.put(records);
  }

  /** The record, or null where the stream does not take it. */
  private byte[] fitting(byte[] record, int messages) {
    if (record.length > MAX_RECORD) {
      tooLarge += messages;
      return null;
    }
    return record;
  }

  @Override
  public long sent() {
    return handedOver - tooLarge;
  }

  @Override
  public long tooLarge() {
    return tooLarge;
  }

  @Override
  public void close() {
    sender.close();
  }
}
