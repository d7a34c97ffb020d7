package dev.weir.feature;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;
import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one window has seen of one source. Adding and merging are commutative and associative to the
 * bit; sums stop at the largest long instead of turning over. Mutable; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class FeatureAccumulator implements Accumulator<FeatureAccumulator> {

  private static final int VERSION = 2;
  private static final Feature[] SCHEMA = Feature.values();

  private long flows;
  private long durationMillis;
  private long timedFlows;
  private long shortFlows;
  private long judgedFlows;
  private long rejectedFlows;
  private long ruleHits;
  private long slots;
  private String country = "";
  private Truth truth = Truth.UNKNOWN;
  private Volume volume = new Volume();
  private Destinations destinations = new Destinations();

  /**
   * Adds a flow of the window.
   *
   * @param windowStart start of the window, which must hold the flow's event time
   */
  public void add(FlowRecord flow, long windowStart, WindowSpec window, FeatureSettings settings) {
    add(flow, ActivitySlots.bit(flow.eventTime() - windowStart, window.size()), settings);
  }

  /** Adds a flow by the bit of its time. */
  void add(FlowRecord flow, long slot, FeatureSettings settings) {
    volume.add(flow);
    truth = truth.or(flow.truth());
    if (flow.side() == Side.RESPONDER) {
      return;
    }
    flows++;
    slots |= slot;
    ruleHits = Sums.saturated(ruleHits, flow.ruleNames().size());
    country = firstNamed(country, flow.country());
    destinations.add(flow, settings);
    addDuration(flow, settings);
    addFate(flow);
  }

  private void addDuration(FlowRecord flow, FeatureSettings settings) {
    long duration = flow.duration();
    if (duration == ABSENT) {
      return;
    }
    timedFlows++;
    durationMillis = Sums.saturated(durationMillis, duration);
    if (duration <= settings.shortFlowMillis()) {
      shortFlows++;
    }
  }

  private void addFate(FlowRecord flow) {
    if (Fate.isKnown(flow)) {
      judgedFlows++;
      rejectedFlows += Fate.isRefused(flow) ? 1 : 0;
    }
  }

  @Override
  public long flows() {
    return flows;
  }

  @Override
  public void merge(FeatureAccumulator other) {
    flows += other.flows;
    durationMillis = Sums.saturated(durationMillis, other.durationMillis);
    timedFlows += other.timedFlows;
    shortFlows += other.shortFlows;
    judgedFlows += other.judgedFlows;
    rejectedFlows += other.rejectedFlows;
    ruleHits = Sums.saturated(ruleHits, other.ruleHits);
    slots |= other.slots;
    country = firstNamed(country, other.country);
    truth = truth.or(other.truth);
    volume.merge(other.volume);
    destinations.merge(other.destinations);
  }

  /** The earliest start of a record, epoch milliseconds. */
  long firstSeen() {
    return volume.firstStart();
  }

  /** The latest end of a record, epoch milliseconds. */
  long lastSeen() {
    return volume.lastEnd();
  }

  /** The smallest of the names, so that order does not matter; empty means none. */
  private static String firstNamed(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The window's features, computed from the integers in one fixed order. */
  public FeatureVector toVector(SourceKey source, long windowStart, WindowSpec window) {
    double[] values = new double[Feature.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(SCHEMA[i]);
    }
    return new FeatureVector(
        source, windowStart, windowStart + window.size(), country, truth, values);
  }

  private double value(Feature feature) {
    return switch (feature) {
      case FLOW_COUNT -> flows;
      case BYTES_IN -> volume.bytesIn();
      case BYTES_OUT -> volume.bytesOut();
      case PACKETS -> volume.packets();
      case BYTES_IN_OUT_LOG_RATIO ->
          StrictMath.log1p(volume.bytesIn()) - StrictMath.log1p(volume.bytesOut());
      case DURATION_MEAN -> Sums.ratio(durationMillis, timedFlows) / 1000;
      case TRAFFIC_RATE -> volume.rate();
      case AVG_PACKET_SIZE -> volume.packetSize();
      case DISTINCT_DST_IPS -> destinations.distinctIps();
      case DISTINCT_DST_PORTS -> destinations.distinctPorts();
      case DST_PORT_ENTROPY -> destinations.portEntropy();
      case PORT_22_SHARE -> destinations.port22Share();
      case PORT_3389_SHARE -> destinations.port3389Share();
      case CRITICAL_PORT_SHARE -> destinations.criticalPortShare();
      case NON_STANDARD_PORT_SHARE -> destinations.nonStandardPortShare();
      case REJECTED_SHARE -> Sums.ratio(rejectedFlows, judgedFlows);
      case SHORT_FLOW_SHARE -> Sums.ratio(shortFlows, timedFlows);
      case MAX_FLOW_BYTES_IN -> volume.maxBytesIn();
      case ACTIVITY_REGULARITY -> ActivitySlots.regularity(slots);
      case RULE_HITS -> ruleHits;
    };
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    Varint.write(out, flows);
    Varint.write(out, durationMillis);
    Varint.write(out, timedFlows);
    Varint.write(out, shortFlows);
    Varint.write(out, judgedFlows);
    Varint.write(out, rejectedFlows);
    Varint.write(out, ruleHits);
    out.writeLong(slots);
    out.writeUTF(country);
    truth.write(out);
    volume.write(out);
    destinations.write(out);
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static FeatureAccumulator read(DataInput in) throws IOException {
    UnknownVersionException.check("feature accumulator", VERSION, in.readByte());
    FeatureAccumulator read = new FeatureAccumulator();
    read.flows = Varint.read(in);
    read.durationMillis = Varint.read(in);
    read.timedFlows = Varint.read(in);
    read.shortFlows = Varint.read(in);
    read.judgedFlows = Varint.read(in);
    read.rejectedFlows = Varint.read(in);
    read.ruleHits = Varint.read(in);
    read.slots = in.readLong();
    read.country = in.readUTF();
    read.truth = Truth.read(in);
    read.volume = Volume.read(in);
    read.destinations = Destinations.read(in);
    return read;
  }
}
