package dev.weir.cli.demo;

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
 * When the broker had the last message that a window needed: a window closes once every split's
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
  private long entries;

  private AppendTimes(long outOfOrderness, WindowSpec window, PartyTimes parties) {
    this.outOfOrderness = outOfOrderness;
    this.window = window;
    this.parties = parties;
  }

  /**
   * Reads a stream of logs whose messages carry the time at which it took them.
   *
   * @param parties learns of the flows of its addresses
   */
  static AppendTimes of(
      DemoInput input, LogOptions log, long outOfOrderness, WindowSpec window, PartyTimes parties) {
    AppendTimes times = new AppendTimes(outOfOrderness, window, parties);
    FlowLogDecoder decoder = log.streamDecoder();
    input.read(
        (split, appended, message) -> {
          times.eventTime = Long.MIN_VALUE;
          times.appended = appended;
          decoder.decode(message, 0, message.length, times);
          times.add(split, appended);
        });
    return times;
  }

  private void add(int split, long appended) {
    long before = latest.getOrDefault(split, Long.MIN_VALUE);
    if (eventTime <= before) {
      return;
    }
    latest.put(split, eventTime);
    long boundary = boundary(eventTime);
    if (before == Long.MIN_VALUE || boundary > boundary(before)) {
      passedAt.computeIfAbsent(split, s -> new TreeMap<>()).put(boundary, appended);
    }
  }

  /** The last window end that this event time closes. */
  private long boundary(long time) {
    return window.lastClosedEnd(WindowSpec.watermark(time, outOfOrderness));
  }

  /** The latest event time of the stream. */
  long latestEventTime() {
    return latest.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
  }

  /** Entries of the stream. */
  long entries() {
    return entries;
  }

  /**
   * When the last message arrived that was needed to close windows of that end; empty where no
   * message closed them, but the end of the job did.
   */
  OptionalLong neededBy(long windowEnd) {
    long last = Long.MIN_VALUE;
    for (NavigableMap<Long, Long> split : passedAt.values()) {
      Map.Entry<Long, Long> passed = split.ceilingEntry(windowEnd);
      if (passed == null) {
        return OptionalLong.empty();
      }
      last = Math.max(last, passed.getValue());
    }
    return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
  }

  @Override
  public void flow(FlowRecord flow) {
    entries++;
    eventTime = Math.max(eventTime, flow.eventTime());
    parties.add(flow.srcIp(), flow.eventTime(), appended);
    parties.add(flow.dstIp(), flow.eventTime(), appended);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    // Moves no watermark.
    entries++;
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    // Has no time.
    entries++;
  }

  @Override
  public void ignored(Ignored reason) {
    // Has no time.
    entries++;
  }
}
