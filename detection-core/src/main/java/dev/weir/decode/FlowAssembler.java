package dev.weir.decode;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import dev.weir.flow.Truth;
import dev.weir.network.Vantage;

/**
 * Puts named values together to a flow, by the one meaning that each field has in every format that
 * names its fields. Reused from record to record.
 */
final class FlowAssembler {
  private static final FlowField[] ACTIONS = {
    FlowField.ACTION, FlowField.VERDICT, FlowField.CONN_STATE
  };
  private static final FlowField[] PROTOCOLS = {FlowField.PROTOCOL, FlowField.PROTOCOL_NUMBER};
  private static final FlowField[] STARTS = {FlowField.START_TIME, FlowField.CREATION_TIME};

  private final Conventions conventions;
  private final boolean timeIsStart;
  private final FieldValues values;
  private final Vantage vantage;

  FlowAssembler(FieldPlan plan, Vantage vantage) {
    this.vantage = vantage;
    conventions = plan.conventions();
    timeIsStart = plan.timeIsStart();
    values = new FieldValues(plan);
  }

  /** Where the values of a record go before it is reported. */
  FieldValues values() {
    return values;
  }

  /** Reports the flow, or what keeps it from being one. */
  void report(EntryCollector out, byte[] message, int offset, int length) {
    if (isOfOtherLog()) {
      out.ignored(Ignored.OTHER_LOG);
      return;
    }
    // A new one each time: collectors make it dearer to write to what is old.
    FlowRecordBuilder flow = FlowRecord.builder();
    Fault fault = values.firstFault();
    if (fault == null) {
      fill(flow);
      // Sums are made only now.
      fault = values.firstFault();
      fault = fault == null ? Fault.of(flow) : fault;
    }
    if (fault != null) {
      fault.report(out, message, offset, length);
      return;
    }
    if (!conventions.opaque()) {
      vantage.locate(flow);
    }
    values.reportRepairs(out);
    pass(flow, out);
  }

  private boolean isOfOtherLog() {
    LogKind kind = conventions.logKind();
    return kind != null && kind.isOther(values.text(FlowField.LOG_KIND));
  }

  private void pass(FlowRecordBuilder flow, EntryCollector out) {
    Labels labels = conventions.labels();
    if (labels == null) {
      out.flow(flow.truth(Truth.of(values.text(FlowField.TRUTH))).build());
      return;
    }
    String label = values.text(FlowField.LABEL);
    if (labels.ignores(label)) {
      out.setAside(SetAside.LABEL_IGNORED, flow.build());
      return;
    }
    Truth truth = labels.truth(label);
    if (truth == Truth.ANOMALOUS) {
      out.attack(label);
    }
    out.flow(flow.truth(truth).build());
  }

  private void fill(FlowRecordBuilder flow) {
    int protocol = protocol();
    boolean ports =
        !conventions.icmpInPorts() || (protocol != Protocols.ICMP && protocol != Protocols.ICMP_V6);
    flow.scope(values.text(FlowField.SCOPE))
        .source(values.text(FlowField.SOURCE))
        .side(Side.of(values.text(FlowField.SIDE)))
        .sight(Sight.of(values.text(FlowField.SIGHT)))
        .srcIp(values.text(FlowField.SRC_IP))
        .dstIp(values.text(FlowField.DST_IP))
        .srcPort(ports ? (int) values.number(FlowField.SRC_PORT) : FlowRecord.ABSENT)
        .dstPort(ports ? (int) values.number(FlowField.DST_PORT) : FlowRecord.ABSENT)
        .protocol(protocol)
        .tcpFlags(tcpFlags(protocol))
        .bytesIn(values.number(FlowField.BYTES_IN))
        .bytesOut(values.number(FlowField.BYTES_OUT))
        .packets(values.number(FlowField.PACKETS))
        .action(values.action(ACTIONS))
        .responseCode((int) values.number(FlowField.RESPONSE_CODE))
        .country(values.text(FlowField.COUNTRY))
        .ruleNames(values.rules());
    times(flow);
  }

  private int tcpFlags(int protocol) {
    long given = values.number(FlowField.TCP_FLAGS);
    boolean told = given != FlowRecord.ABSENT || protocol != Protocols.TCP;
    return told ? (int) given : values.connState().tcpFlags();
  }

  private int protocol() {
    int protocol = (int) first(PROTOCOLS);
    if (protocol != Protocols.ICMP_OF_EITHER) {
      return protocol;
    }
    boolean v6 = !conventions.opaque() && values.text(FlowField.SRC_IP).indexOf(':') >= 0;
    return v6 ? Protocols.ICMP_V6 : Protocols.ICMP;
  }

  private void times(FlowRecordBuilder flow) {
    long end = values.number(FlowField.END_TIME);
    long start = start(end);
    if (start != FlowRecord.ABSENT) {
      flow.start(start);
    }
    long duration = values.number(FlowField.DURATION);
    if (end != FlowRecord.ABSENT) {
      flow.end(end);
    } else if (start != FlowRecord.ABSENT && duration != FlowRecord.ABSENT) {
      flow.end(start + duration);
    }
  }

  /** The log's own time may have been taken after the end, and says nothing of the start then. */
  private long start(long end) {
    long start = first(STARTS);
    if (start != FlowRecord.ABSENT) {
      return start;
    }
    long time = values.number(FlowField.TIME);
    boolean fits = end == FlowRecord.ABSENT || (timeIsStart && time <= end);
    return fits ? time : FlowRecord.ABSENT;
  }

  private long first(FlowField[] fields) {
    for (FlowField field : fields) {
      long number = values.number(field);
      if (number != FlowRecord.ABSENT) {
        return number;
      }
    }
    return FlowRecord.ABSENT;
  }
}
