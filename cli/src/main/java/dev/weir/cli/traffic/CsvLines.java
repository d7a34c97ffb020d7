package dev.weir.cli.traffic;

/** A flow as a line of CSV: the columns of the CloudWatch exports and four more. */
final class CsvLines {
  static final String HEADER =
      "bytes_in,bytes_out,creation_time,end_time,src_ip,src_ip_country_code,protocol,"
          + "response.code,dst_port,dst_ip,rule_names,observation_name,source.meta,source.name,"
          + "time,detection_types,src_port,packets,action";

  private final LineBuffer line = new LineBuffer();
  private final boolean labelled;

  /** With the attack that each flow is of as a last column, or without. */
  CsvLines(boolean labelled) {
    this.labelled = labelled;
  }

  /** The names of the columns. */
  static String header(boolean labelled) {
    return labelled ? HEADER + ",label" : HEADER;
  }

  byte[] line(TrafficFlow flow) {
    Path path = flow.path();
    boolean ports = path.service().transport() != Transport.ICMP;
    boolean rule = !flow.ending().rule().isEmpty();
    line.clear().number(flow.wire().bytesIn());
    line.symbol(',').number(flow.wire().bytesOut());
    line.symbol(',').time(flow.start());
    line.symbol(',').time(flow.end());
    text(path.source().ip()).text(path.source().country()).text(FlowText.protocol(flow));
    number(flow.ending().responseCode() >= 0, flow.ending().responseCode());
    number(ports, path.targetPort());
    text(path.target().ip()).text(flow.ending().rule());
    text(rule ? "Adversary Infrastructure Interaction" : "");
    text(FlowText.META).text(FlowText.sourceName(flow));
    line.symbol(',').time(flow.start());
    text(rule ? "waf_rule" : "");
    number(ports, path.sourcePort());
    number(true, flow.wire().packets());
    text(flow.action().name());
    return (labelled ? text(flow.attack()) : this).line.toBytes();
  }

  private CsvLines text(String value) {
    line.symbol(',').text(value);
    return this;
  }

  private void number(boolean present, long value) {
    line.symbol(',');
    if (present) {
      line.number(value);
    }
  }
}
