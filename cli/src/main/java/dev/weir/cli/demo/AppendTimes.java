package dev.weir.cli.demo;

import dev.weir.cli.kafka.TopicContent;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.FlowLogDecoder;
import dev.weir.decode.LogOptions;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When the broker had the last message that a window needed: a window closes once every partition's
 * event time has gone past its end by the out-of-orderness that the job waits for.
 */
final class AppendTimes implements EntryCollector {

  private final long outOfOrderness;
  private final WindowSpec window;
  private final PartyTimes parties;
  private final Map<Integer, NavigableMap<Long, Long>> passedAt = new HashMap<>();
  private final Map<Integer, Long> latest = new HashMap<>();
  private long eventTime;
  private long appended;
  private long messages;

  private AppendTimes(long outOfOrderness, WindowSpec window, PartyTimes parties) {
    this.outOfOrderness = outOfOrderness;
    this.window = window;
    this.parties = parties;
  }

  /**
   * Reads a topic of logs whose messages carry the broker's append time.
   *
   * @param parties learns of the flows of its addresses
   */
  static AppendTimes of(
      String bootstrapServers,
      String topic,
      LogOptions log,
      long outOfOrderness,
      WindowSpec window,
      PartyTimes parties) {
    AppendTimes times = new AppendTimes(outOfOrderness, window, parties);
    FlowLogDecoder decoder = log.streamDecoder();
    TopicContent.read(
        bootstrapServers,
        topic,
        message -> {
          times.eventTime = Long.MIN_VALUE;
          times.appended = message.timestamp();
          decoder.decode(message.value(), 0, message.value().length, times);
          times.add(message.partition(), message.timestamp());
        });
    return times;
  }

  private void add(int partition, long appended) {
    messages++;
    long before = latest.getOrDefault(partition, Long.MIN_VALUE);
    if (eventTime <= before) {
      return;
    }
    latest.put(partition, eventTime);
    long boundary = boundary(eventTime);
    if (before == Long.MIN_VALUE || boundary > boundary(before)) {
      passedAt.computeIfAbsent(partition, p -> new TreeMap<>()).put(boundary, appended);
    }
  }

  /** The last window end that this event time closes. */
  private long boundary(long time) {
    return window.lastClosedEnd(WindowSpec.watermark(time, outOfOrderness));
  }

  /** The latest event time of the topic. */
  long latestEventTime() {
    return latest.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
  }

  /** Messages of the topic. */
  long messages() {
    return messages;
  }

  /**
   * When the last message arrived that was needed to close windows of that end; empty where no
   * message closed them, but the end of the job did.
   */
  OptionalLong neededBy(long windowEnd) {
    long last = Long.MIN_VALUE;
    for (NavigableMap<Long, Long> partition : passedAt.values()) {
      Map.Entry<Long, Long> passed = partition.ceilingEntry(windowEnd);
      if (passed == null) {
        return OptionalLong.empty();
      }
      last = Math.max(last, passed.getValue());
    }
    return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
  }

  @Override
  public void flow(FlowRecord flow) {
    eventTime = Math.max(eventTime, flow.eventTime());
    parties.add(flow.srcIp(), flow.eventTime(), appended);
    parties.add(flow.dstIp(), flow.eventTime(), appended);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    // Moves no watermark.
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    // Has no time.
  }

  @Override
  public void ignored(Ignored reason) {
    // Has no time.
  }
}
