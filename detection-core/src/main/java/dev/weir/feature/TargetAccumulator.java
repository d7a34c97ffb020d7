package dev.weir.feature;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one window has seen of one target: as large for a million sources as for a hundred. Adding
 * and merging are commutative and associative to the bit; sums stop at the largest long instead of
 * turning over. Mutable; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class TargetAccumulator implements Accumulator<TargetAccumulator> {

  private static final int VERSION = 2;
  private static final int BYTES_IN = 1;
  private static final int BYTES_OUT = 2;

  /** Some record told half of a conversation only: what came back is not known as a whole. */
  private static final int HALF = 4;

  private long flows;

  /** Which bytes some record gave. */
  private int given;

  private long bytesIn;
  private long bytesOut;
  private long sizedFlows;
  private long tinyFlows;
  private long judgedFlows;
  private long rejectedFlows;
  private long timedFlows;
  private long shortFlows;
  private long firstSeen = Long.MAX_VALUE;
  private long lastSeen = Long.MIN_VALUE;
  private Truth truth = Truth.UNKNOWN;
  private SourceTally sources = new SourceTally();

  /** Of a window in which nothing was seen yet. */
  public TargetAccumulator() {}

  /** Adds an initiator's flow of the window. */
  void add(FlowRecord flow, FeatureSettings settings) {
    flows++;
    truth = truth.or(flow.truth());
    sources.add(flow);
    firstSeen = Math.min(firstSeen, flow.start());
    lastSeen = Math.max(lastSeen, flow.end());
    if (flow.bytesIn() != ABSENT) {
      bytesIn = Sums.saturated(bytesIn, flow.bytesIn());
      given |= BYTES_IN;
    }
    if (flow.bytesOut() != ABSENT) {
      bytesOut = Sums.saturated(bytesOut, flow.bytesOut());
      given |= BYTES_OUT;
    }
    addSize(flow);
    if (Fate.isKnown(flow)) {
      judgedFlows++;
      rejectedFlows += Fate.isRefused(flow) ? 1 : 0;
    }
    long duration = flow.duration();
    if (duration != ABSENT) {
      timedFlows++;
      shortFlows += duration <= settings.shortFlowMillis() ? 1 : 0;
    }
  }

  private void addSize(FlowRecord flow) {
    if (Fate.isHalf(flow)) {
      given |= HALF;
    }
    if (flow.bytesIn() != ABSENT || flow.bytesOut() != ABSENT) {
      long bytes = Sums.saturated(Math.max(0, flow.bytesIn()), Math.max(0, flow.bytesOut()));
      sizedFlows++;
      tinyFlows += bytes <= TargetView.TINY_BYTES && !Fate.isHalf(flow) ? 1 : 0;
    }
  }

  @Override
  public long flows() {
    return flows;
  }

  @Override
  public void merge(TargetAccumulator other) {
    flows += other.flows;
    given |= other.given;
    bytesIn = Sums.saturated(bytesIn, other.bytesIn);
    bytesOut = Sums.saturated(bytesOut, other.bytesOut);
    sizedFlows += other.sizedFlows;
    tinyFlows += other.tinyFlows;
    judgedFlows += other.judgedFlows;
    rejectedFlows += other.rejectedFlows;
    timedFlows += other.timedFlows;
    shortFlows += other.shortFlows;
    firstSeen = Math.min(firstSeen, other.firstSeen);
    lastSeen = Math.max(lastSeen, other.lastSeen);
    truth = truth.or(other.truth);
    sources.merge(other.sources);
  }

  /** What the window comes to so far. */
  TargetView toView(TargetKey target, long windowStart, WindowSpec window, boolean early) {
    return new TargetView(
        target,
        windowStart,
        windowStart + window.size(),
        flows,
        (given & BYTES_IN) == 0 ? Double.NaN : bytesIn,
        (given & (BYTES_OUT | HALF)) != BYTES_OUT ? Double.NaN : bytesOut,
        sources.distinct(),
        Sums.ratio(rejectedFlows, judgedFlows),
        Sums.ratio(shortFlows, timedFlows),
        Sums.ratio(tinyFlows, sizedFlows),
        sources.toList(),
        firstSeen,
        lastSeen,
        truth,
        early);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    Varint.write(out, flows);
    out.writeByte(given);
    Varint.write(out, bytesIn);
    Varint.write(out, bytesOut);
    Varint.write(out, sizedFlows);
    Varint.write(out, tinyFlows);
    Varint.write(out, judgedFlows);
    Varint.write(out, rejectedFlows);
    Varint.write(out, timedFlows);
    Varint.write(out, shortFlows);
    out.writeLong(firstSeen);
    out.writeLong(lastSeen);
    truth.write(out);
    sources.write(out);
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static TargetAccumulator read(DataInput in) throws IOException {
    UnknownVersionException.check("target accumulator", VERSION, in.readByte());
    TargetAccumulator read = new TargetAccumulator();
    read.flows = Varint.read(in);
    read.given = in.readByte();
    read.bytesIn = Varint.read(in);
    read.bytesOut = Varint.read(in);
    read.sizedFlows = Varint.read(in);
    read.tinyFlows = Varint.read(in);
    read.judgedFlows = Varint.read(in);
    read.rejectedFlows = Varint.read(in);
    read.timedFlows = Varint.read(in);
    read.shortFlows = Varint.read(in);
    read.firstSeen = in.readLong();
    read.lastSeen = in.readLong();
    read.truth = Truth.read(in);
    read.sources = SourceTally.read(in);
    return read;
  }
}
