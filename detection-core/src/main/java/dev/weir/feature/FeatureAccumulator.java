package dev.weir.feature;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Services;
import dev.weir.flow.Side;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one window has seen of one source. Adding and merging are commutative and associative to the
 * bit; sums stop at the largest long instead of turning over. Mutable; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class FeatureAccumulator {

  private static final int VERSION = 1;

  private long flows;
  private long bytesIn;
  private long bytesInRecords;
  private long bytesOut;
  private long bytesOutRecords;
  private long packets;
  private long packetRecords;
  private long sizedPackets;
  private long packetBytes;
  private long durationMillis;
  private long timedFlows;
  private long shortFlows;
  private long firstStart = Long.MAX_VALUE;
  private long lastEnd = Long.MIN_VALUE;
  private long portFlows;
  private long port22Flows;
  private long port3389Flows;
  private long criticalPortFlows;
  private long nonStandardPortFlows;
  private long judgedFlows;
  private long rejectedFlows;
  private long maxBytesIn;
  private long slots;
  private long ruleHits;
  private String country = "";
  private DistinctSketch dstIps = new DistinctSketch();
  private DistinctSketch dstPorts = new DistinctSketch();
  private PortHistogram ports;

  /**
   * Adds a flow of the window.
   *
   * @param windowStart start of the window, which must hold the flow's event time
   */
  public void add(FlowRecord flow, long windowStart, WindowSpec window, FeatureSettings settings) {
    addVolume(flow);
    firstStart = Math.min(firstStart, flow.start());
    lastEnd = Math.max(lastEnd, flow.end());
    if (flow.side() == Side.RESPONDER) {
      return;
    }
    flows++;
    slots |= ActivitySlots.bit(flow.eventTime() - windowStart, window.size());
    ruleHits = saturatedSum(ruleHits, flow.ruleNames().size());
    country = firstNamed(country, flow.country());
    addDuration(flow, settings);
    addDestination(flow, settings);
    addFate(flow);
  }

  private void addVolume(FlowRecord flow) {
    long bytes = 0;
    if (flow.bytesIn() != ABSENT) {
      bytesIn = saturatedSum(bytesIn, flow.bytesIn());
      bytesInRecords++;
      maxBytesIn = Math.max(maxBytesIn, flow.bytesIn());
      bytes = flow.bytesIn();
    }
    if (flow.bytesOut() != ABSENT) {
      bytesOut = saturatedSum(bytesOut, flow.bytesOut());
      bytesOutRecords++;
      bytes = saturatedSum(bytes, flow.bytesOut());
    }
    if (flow.packets() != ABSENT) {
      packets = saturatedSum(packets, flow.packets());
      packetRecords++;
      if (flow.bytesIn() != ABSENT || flow.bytesOut() != ABSENT) {
        sizedPackets = saturatedSum(sizedPackets, flow.packets());
        packetBytes = saturatedSum(packetBytes, bytes);
      }
    }
  }

  private void addDuration(FlowRecord flow, FeatureSettings settings) {
    long duration = flow.duration();
    if (duration == ABSENT) {
      return;
    }
    timedFlows++;
    durationMillis = saturatedSum(durationMillis, duration);
    if (duration <= settings.shortFlowMillis()) {
      shortFlows++;
    }
  }

  private void addDestination(FlowRecord flow, FeatureSettings settings) {
    if (!flow.dstIp().isEmpty()) {
      dstIps.add(DistinctSketch.hash(flow.dstIp()));
    }
    int port = flow.dstPort();
    if (port == ABSENT) {
      return;
    }
    portFlows++;
    if (ports == null) {
      ports = new PortHistogram();
    }
    ports.add(port);
    dstPorts.add(DistinctSketch.hash(port));
    if (port == 22) {
      port22Flows++;
    } else if (port == 3389) {
      port3389Flows++;
    }
    if (settings.criticalPorts().contains(port)) {
      criticalPortFlows++;
    }
    if (!Services.isStandard(port)) {
      nonStandardPortFlows++;
    }
  }

  private void addFate(FlowRecord flow) {
    boolean answered = flow.responseCode() != ABSENT;
    if (flow.action() == Action.UNKNOWN && !answered) {
      return;
    }
    judgedFlows++;
    boolean refused = flow.responseCode() >= 400 && flow.responseCode() < 600;
    if (flow.action() == Action.REJECT || refused) {
      rejectedFlows++;
    }
  }

  /** Adds what another accumulator of the same source and window has seen. */
  public void merge(FeatureAccumulator other) {
    flows += other.flows;
    bytesIn = saturatedSum(bytesIn, other.bytesIn);
    bytesInRecords += other.bytesInRecords;
    bytesOut = saturatedSum(bytesOut, other.bytesOut);
    bytesOutRecords += other.bytesOutRecords;
    packets = saturatedSum(packets, other.packets);
    packetRecords += other.packetRecords;
    sizedPackets = saturatedSum(sizedPackets, other.sizedPackets);
    packetBytes = saturatedSum(packetBytes, other.packetBytes);
    durationMillis = saturatedSum(durationMillis, other.durationMillis);
    timedFlows += other.timedFlows;
    shortFlows += other.shortFlows;
    firstStart = Math.min(firstStart, other.firstStart);
    lastEnd = Math.max(lastEnd, other.lastEnd);
    portFlows += other.portFlows;
    port22Flows += other.port22Flows;
    port3389Flows += other.port3389Flows;
    criticalPortFlows += other.criticalPortFlows;
    nonStandardPortFlows += other.nonStandardPortFlows;
    judgedFlows += other.judgedFlows;
    rejectedFlows += other.rejectedFlows;
    maxBytesIn = Math.max(maxBytesIn, other.maxBytesIn);
    slots |= other.slots;
    ruleHits = saturatedSum(ruleHits, other.ruleHits);
    country = firstNamed(country, other.country);
    dstIps.merge(other.dstIps);
    dstPorts.merge(other.dstPorts);
    if (other.ports != null) {
      if (ports == null) {
        ports = new PortHistogram();
      }
      ports.merge(other.ports);
    }
  }

  /** The window's features, computed from the integers in one fixed order. */
  public FeatureVector toVector(SourceKey source, long windowStart, WindowSpec window) {
    double[] values = new double[Feature.COUNT];
    double in = bytesInRecords == 0 ? Double.NaN : bytesIn;
    double out = bytesOutRecords == 0 ? Double.NaN : bytesOut;
    set(values, Feature.FLOW_COUNT, (double) flows);
    set(values, Feature.BYTES_IN, in);
    set(values, Feature.BYTES_OUT, out);
    set(values, Feature.PACKETS, packetRecords == 0 ? Double.NaN : packets);
    set(values, Feature.BYTES_IN_OUT_LOG_RATIO, StrictMath.log1p(in) - StrictMath.log1p(out));
    set(values, Feature.DURATION_MEAN, share(durationMillis, timedFlows) / 1000);
    set(values, Feature.TRAFFIC_RATE, trafficRate());
    set(values, Feature.AVG_PACKET_SIZE, share(packetBytes, sizedPackets));
    set(values, Feature.DISTINCT_DST_IPS, orNaN(dstIps.estimate()));
    set(values, Feature.DISTINCT_DST_PORTS, orNaN(dstPorts.estimate()));
    set(values, Feature.DST_PORT_ENTROPY, ports == null ? Double.NaN : ports.entropy());
    set(values, Feature.PORT_22_SHARE, share(port22Flows, portFlows));
    set(values, Feature.PORT_3389_SHARE, share(port3389Flows, portFlows));
    set(values, Feature.CRITICAL_PORT_SHARE, share(criticalPortFlows, portFlows));
    set(values, Feature.NON_STANDARD_PORT_SHARE, share(nonStandardPortFlows, portFlows));
    set(values, Feature.REJECTED_SHARE, share(rejectedFlows, judgedFlows));
    set(values, Feature.SHORT_FLOW_SHARE, share(shortFlows, timedFlows));
    set(values, Feature.MAX_FLOW_BYTES_IN, bytesInRecords == 0 ? Double.NaN : maxBytesIn);
    set(values, Feature.ACTIVITY_REGULARITY, ActivitySlots.regularity(slots));
    set(values, Feature.RULE_HITS, (double) ruleHits);
    return new FeatureVector(source, windowStart, windowStart + window.size(), country, values);
  }

  private double trafficRate() {
    if (bytesInRecords + bytesOutRecords == 0) {
      return Double.NaN;
    }
    double activeSeconds = Math.max(1000, lastEnd - firstStart) / 1000.0;
    return saturatedSum(bytesIn, bytesOut) / activeSeconds;
  }

  private static void set(double[] values, Feature feature, double value) {
    values[feature.ordinal()] = value;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private static double orNaN(long count) {
    return count == 0 ? Double.NaN : count;
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The smallest of the names, so that order does not matter; empty means none. */
  private static String firstNamed(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** An accumulator of its own with the same content. */
  public FeatureAccumulator copy() {
    FeatureAccumulator copy = new FeatureAccumulator();
    copy.merge(this);
    return copy;
  }

  /** Writes the version and every field. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    for (long field : counters()) {
      Varint.write(out, field);
    }
    out.writeLong(firstStart);
    out.writeLong(lastEnd);
    out.writeLong(slots);
    out.writeUTF(country);
    dstIps.write(out);
    dstPorts.write(out);
    out.writeBoolean(ports != null);
    if (ports != null) {
      ports.write(out);
    }
  }

  private long[] counters() {
    return new long[] {
      flows,
      bytesIn,
      bytesInRecords,
      bytesOut,
      bytesOutRecords,
      packets,
      packetRecords,
      sizedPackets,
      packetBytes,
      durationMillis,
      timedFlows,
      shortFlows,
      portFlows,
      port22Flows,
      port3389Flows,
      criticalPortFlows,
      nonStandardPortFlows,
      judgedFlows,
      rejectedFlows,
      maxBytesIn,
      ruleHits
    };
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static FeatureAccumulator read(DataInput in) throws IOException {
    UnknownVersionException.check("feature accumulator", VERSION, in.readByte());
    FeatureAccumulator read = new FeatureAccumulator();
    read.flows = Varint.read(in);
    read.bytesIn = Varint.read(in);
    read.bytesInRecords = Varint.read(in);
    read.bytesOut = Varint.read(in);
    read.bytesOutRecords = Varint.read(in);
    read.packets = Varint.read(in);
    read.packetRecords = Varint.read(in);
    read.sizedPackets = Varint.read(in);
    read.packetBytes = Varint.read(in);
    read.durationMillis = Varint.read(in);
    read.timedFlows = Varint.read(in);
    read.shortFlows = Varint.read(in);
    read.portFlows = Varint.read(in);
    read.port22Flows = Varint.read(in);
    read.port3389Flows = Varint.read(in);
    read.criticalPortFlows = Varint.read(in);
    read.nonStandardPortFlows = Varint.read(in);
    read.judgedFlows = Varint.read(in);
    read.rejectedFlows = Varint.read(in);
    read.maxBytesIn = Varint.read(in);
    read.ruleHits = Varint.read(in);
    read.firstStart = in.readLong();
    read.lastEnd = in.readLong();
    read.slots = in.readLong();
    read.country = in.readUTF();
    read.dstIps = DistinctSketch.read(in);
    read.dstPorts = DistinctSketch.read(in);
    read.ports = in.readBoolean() ? PortHistogram.read(in) : null;
    return read;
  }
}
