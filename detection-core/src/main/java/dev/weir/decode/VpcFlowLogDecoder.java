package dev.weir.decode;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.network.Sighting;
import dev.weir.network.Vantage;

/**
 * Reads AWS flow log lines, of VPCs and of transit gateways. A line is one direction of a
 * conversation seen at one interface; it is turned so that its source is the initiator.
 */
final class VpcFlowLogDecoder implements FlowLogDecoder {
  private final VpcFormat format;
  private final VpcLine line;
  private final VpcRecord values;
  private final WrappedLine wrapped = new WrappedLine();
  private final Vantage vantage;
  private SetAside setAside;

  VpcFlowLogDecoder(VpcFormat format, Vantage vantage) {
    this.format = format;
    this.vantage = vantage;
    line = new VpcLine(format);
    values = new VpcRecord(format);
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, out)) {
      return;
    }
    Fault fault = cut(message, offset, length);
    if (fault != null) {
      fault.report(out, message, offset, length);
      return;
    }
    Ignored ignored = withoutFlow();
    if (ignored == null) {
      fault = values.read(line);
      ignored = fault == null && isSilent() ? Ignored.NO_DATA : null;
    }
    if (ignored == Ignored.SKIP_DATA) {
      skip(out);
    } else if (ignored != null) {
      out.ignored(ignored);
    } else {
      // New ones each time: collectors make it dearer to write to what is old.
      FlowRecordBuilder flow = FlowRecord.builder();
      report(fault == null ? place(flow) : fault, flow, message, offset, length, out);
    }
  }

  private Fault cut(byte[] message, int offset, int length) {
    if (WrappedLine.isJson(message, offset, length)) {
      Fault fault = wrapped.read(message, offset, length);
      if (fault != null) {
        return fault;
      }
      line.read(wrapped.line());
    } else {
      line.read(message, offset, length);
    }
    boolean fits = line.isComplete() || line.fields() == 0;
    return fits ? null : Fault.fieldCount(line.fields(), format.size());
  }

  /** What needs no look at the values: the log status decides, whatever else the line holds. */
  private Ignored withoutFlow() {
    if (line.fields() == 0) {
      return Ignored.EMPTY_LINE;
    }
    if (line.isHeader()) {
      return Ignored.HEADER;
    }
    FieldText status = line.get(VpcField.LOG_STATUS);
    if (status.isInAnyCase("NODATA")) {
      return Ignored.NO_DATA;
    }
    return status.isInAnyCase("SKIPDATA") ? Ignored.SKIP_DATA : null;
  }

  /**
   * Whatever else is in the line, it is ignored; when and where it was blind is told if it can be.
   */
  private void skip(EntryCollector out) {
    long start = values.timeOrAbsent(line, VpcField.START);
    long end = values.timeOrAbsent(line, VpcField.END);
    if (start == ABSENT || end <= start) {
      out.ignored(Ignored.SKIP_DATA);
      return;
    }
    Sighting where = new Sighting();
    owners(where);
    where.interfaceId(values.text(line, VpcField.INTERFACE_ID));
    out.gap(vantage.gap(where, start, end));
  }

  /** A log without status still has AWS's lines for silence, in which only the time is known. */
  private boolean isSilent() {
    return !format.has(VpcField.LOG_STATUS)
        && (values.number(VpcField.START) != ABSENT || values.number(VpcField.END) != ABSENT)
        && values.isSilent();
  }

  /** Makes a flow of the values; what keeps it from being one, or null. */
  private Fault place(FlowRecordBuilder flow) {
    String source = end(VpcField.SRCADDR, VpcField.PKT_SRCADDR);
    String target = end(VpcField.DSTADDR, VpcField.PKT_DSTADDR);
    boolean namesTarget = format.has(VpcField.DSTADDR) || format.has(VpcField.PKT_DSTADDR);
    if (source.isEmpty()) {
      return Fault.missing("source address");
    }
    if (target.isEmpty() && namesTarget) {
      return Fault.missing("destination address");
    }
    int protocol = (int) values.number(VpcField.PROTOCOL);
    int tcpFlags = (int) values.number(VpcField.TCP_FLAGS);
    flow.srcIp(source)
        .protocol(protocol)
        .tcpFlags(tcpFlags)
        .packets(values.number(VpcField.PACKETS));
    times(flow);
    Fault fault = Fault.of(flow);
    if (fault != null) {
      return fault;
    }
    Sighting seen = new Sighting();
    owners(seen);
    seen.interfaceId(values.text(line, VpcField.INTERFACE_ID))
        .ends(values.address(VpcField.SRCADDR), values.address(VpcField.DSTADDR))
        .packetEnds(values.address(VpcField.PKT_SRCADDR), values.address(VpcField.PKT_DSTADDR))
        .ports((int) values.number(VpcField.SRCPORT), (int) values.number(VpcField.DSTPORT))
        .protocol(protocol)
        .tcpFlags(tcpFlags)
        .direction(values.direction())
        .action(values.action())
        .bytes(values.number(VpcField.BYTES));
    setAside = vantage.place(seen, flow);
    return null;
  }

  /** A transit gateway tells the networks on its both sides, and belongs to neither. */
  private void owners(Sighting seen) {
    String account = values.text(line, VpcField.ACCOUNT_ID);
    if (format.has(VpcField.TGW_ID) && !values.text(line, VpcField.TGW_ID).isEmpty()) {
      seen.inTransit()
          .account(or(VpcField.TGW_SRC_VPC_ACCOUNT_ID, account))
          .network(values.text(line, VpcField.TGW_SRC_VPC_ID))
          .target(
              or(VpcField.TGW_DST_VPC_ACCOUNT_ID, account),
              values.text(line, VpcField.TGW_DST_VPC_ID));
    } else {
      seen.account(account).network(values.text(line, VpcField.VPC_ID));
    }
  }

  private String or(VpcField field, String otherwise) {
    String text = values.text(line, field);
    return text.isEmpty() ? otherwise : text;
  }

  /** A log may be without addresses at the interface, or a record without one. */
  private String end(VpcField atInterface, VpcField inPacket) {
    String address = values.address(atInterface);
    return address.isEmpty() ? values.address(inPacket) : address;
  }

  private void times(FlowRecordBuilder flow) {
    long start = values.number(VpcField.START);
    if (start != ABSENT) {
      flow.start(start);
    }
    long end = values.number(VpcField.END);
    if (end != ABSENT) {
      flow.end(end);
    }
  }

  private void report(
      Fault fault,
      FlowRecordBuilder flow,
      byte[] message,
      int offset,
      int length,
      EntryCollector out) {
    if (fault != null) {
      fault.report(out, message, offset, length);
      return;
    }
    values.reportRepairs(out);
    if (setAside == null) {
      out.flow(flow.build());
    } else {
      out.setAside(setAside, flow.build());
    }
  }

  @Override
  public void fields(FieldVisitor visitor) {
    values.show(line, visitor);
  }
}
