package dev.weir.decode;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.network.Sighting;
import dev.weir.network.Vantage;

/**
 * Reads AWS VPC flow log lines of the default format, version 2. A line is one direction of a
 * conversation seen at one interface; it is turned so that its source is the initiator.
 */
final class VpcFlowLogDecoder implements FlowLogDecoder {
  private final VpcLine line = new VpcLine();
  private final ValueReader reader = new ValueReader();
  private final FlowRecordBuilder flow = FlowRecord.builder();
  private final Sighting seen = new Sighting();
  private final Vantage vantage;
  private SetAside setAside;
  private String account = "";
  private String interfaceId = "";

  VpcFlowLogDecoder(Vantage vantage) {
    this.vantage = vantage;
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, out)) {
      return;
    }
    line.read(message, offset, length);
    if (!line.isComplete()) {
      Fault.fieldCount(line.fields(), VpcLine.expectedFields())
          .report(out, message, offset, length);
      return;
    }
    Ignored ignored = withoutFlow();
    if (ignored != null) {
      out.ignored(ignored);
      return;
    }
    Fault fault = read();
    if (fault != null) {
      fault.report(out, message, offset, length);
      return;
    }
    if (setAside == null) {
      out.flow(flow.build());
    } else {
      out.setAside(setAside, flow.build());
    }
  }

  /** The log status decides, whatever else the line holds. */
  private Ignored withoutFlow() {
    FieldText status = line.get(VpcField.LOG_STATUS);
    if (status.is("OK")) {
      return null;
    }
    if (status.is("NODATA")) {
      return Ignored.NO_DATA;
    }
    if (status.is("SKIPDATA")) {
      return Ignored.SKIP_DATA;
    }
    return line.isHeader() ? Ignored.HEADER : null;
  }

  private Fault read() {
    FieldText status = line.get(VpcField.LOG_STATUS);
    if (!status.is("OK")) {
      return Fault.of(
          DeadLetterReason.BAD_VALUE, "log-status", status, "not OK, NODATA or SKIPDATA");
    }
    flow.clear();
    number(VpcField.VERSION, Long.MAX_VALUE);
    String source = address(VpcField.SRCADDR);
    String target = address(VpcField.DSTADDR);
    int sourcePort = (int) number(VpcField.SRCPORT, ValueReader.MAX_PORT);
    int targetPort = (int) number(VpcField.DSTPORT, ValueReader.MAX_PORT);
    int protocol = (int) number(VpcField.PROTOCOL, Protocols.MAX);
    flow.protocol(protocol);
    flow.packets(number(VpcField.PACKETS, Long.MAX_VALUE));
    long bytes = number(VpcField.BYTES, Long.MAX_VALUE);
    readTimes();
    Action action = reader.action(VpcField.ACTION.id(), line.get(VpcField.ACTION));
    Fault fault = reader.takeFault();
    if (fault != null) {
      return fault;
    }
    if (target.isEmpty()) {
      return Fault.missing("destination address");
    }
    seen.clear()
        .account(account())
        .interfaceId(interfaceId())
        .ends(source, target)
        .ports(sourcePort, targetPort)
        .protocol(protocol);
    setAside = vantage.place(seen.action(action).bytes(bytes), flow);
    return Fault.of(flow);
  }

  private void readTimes() {
    long start = reader.epochSeconds(VpcField.START.id(), line.get(VpcField.START));
    long end = reader.epochSeconds(VpcField.END.id(), line.get(VpcField.END));
    if (start != FlowRecord.ABSENT) {
      flow.start(start);
    }
    if (end != FlowRecord.ABSENT) {
      flow.end(end);
    }
  }

  /** The account's text, made anew only where it changes: nearly all lines have the same. */
  private String account() {
    FieldText id = line.get(VpcField.ACCOUNT_ID);
    if (!id.is(account)) {
      account = id.isAbsent() ? "" : id.text();
    }
    return account;
  }

  private String interfaceId() {
    FieldText id = line.get(VpcField.INTERFACE_ID);
    if (!id.is(interfaceId)) {
      interfaceId = id.isAbsent() ? "" : id.text();
    }
    return interfaceId;
  }

  private long number(VpcField field, long max) {
    return reader.number(field.id(), line.get(field), max);
  }

  private String address(VpcField field) {
    return reader.address(field.id(), line.get(field));
  }
}
