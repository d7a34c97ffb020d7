package dev.weir.feature;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Services;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Where a source's flows of a window went: addresses and ports. */
final class Destinations {

  private long portFlows;
  private long port22Flows;
  private long port3389Flows;
  private long criticalPortFlows;
  private long nonStandardPortFlows;
  private DistinctSketch ips = new DistinctSketch();
  private DistinctSketch ports = new DistinctSketch();
  private PortHistogram histogram;

  void add(FlowRecord flow, FeatureSettings settings) {
    if (!flow.dstIp().isEmpty()) {
      ips.add(DistinctSketch.hash(flow.dstIp()));
    }
    if (flow.dstPort() != ABSENT) {
      add(flow.dstPort(), settings);
    }
  }

  private void add(int port, FeatureSettings settings) {
    portFlows++;
    ports.add(DistinctSketch.hash(port));
    if (histogram == null) {
      histogram = new PortHistogram();
    }
    histogram.add(port);
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

  void merge(Destinations other) {
    portFlows += other.portFlows;
    port22Flows += other.port22Flows;
    port3389Flows += other.port3389Flows;
    criticalPortFlows += other.criticalPortFlows;
    nonStandardPortFlows += other.nonStandardPortFlows;
    ips.merge(other.ips);
    ports.merge(other.ports);
    if (other.histogram != null) {
      if (histogram == null) {
        histogram = new PortHistogram();
      }
      histogram.merge(other.histogram);
    }
  }

  double distinctIps() {
    return orNaN(ips.estimate());
  }

  double distinctPorts() {
    return orNaN(ports.estimate());
  }

  private static double orNaN(long count) {
    return count == 0 ? Double.NaN : count;
  }

  double portEntropy() {
    return histogram == null ? Double.NaN : histogram.entropy();
  }

  double port22Share() {
    return Sums.ratio(port22Flows, portFlows);
  }

  double port3389Share() {
    return Sums.ratio(port3389Flows, portFlows);
  }

  double criticalPortShare() {
    return Sums.ratio(criticalPortFlows, portFlows);
  }

  double nonStandardPortShare() {
    return Sums.ratio(nonStandardPortFlows, portFlows);
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, portFlows);
    Varint.write(out, port22Flows);
    Varint.write(out, port3389Flows);
    Varint.write(out, criticalPortFlows);
    Varint.write(out, nonStandardPortFlows);
    ips.write(out);
    ports.write(out);
    out.writeBoolean(histogram != null);
    if (histogram != null) {
      histogram.write(out);
    }
  }

  static Destinations read(DataInput in) throws IOException {
    Destinations read = new Destinations();
    read.portFlows = Varint.read(in);
    read.port22Flows = Varint.read(in);
    read.port3389Flows = Varint.read(in);
    read.criticalPortFlows = Varint.read(in);
    read.nonStandardPortFlows = Varint.read(in);
    read.ips = DistinctSketch.read(in);
    read.ports = DistinctSketch.read(in);
    read.histogram = in.readBoolean() ? PortHistogram.read(in) : null;
    return read;
  }
}
