package dev.weir.cli.traffic;

/** A flow as one JSON object, with the field names of the CloudWatch exports. */
final class JsonLines {
  private final LineBuffer line = new LineBuffer();
  private final boolean labelled;

  /** With the attack that each flow is of as {@code label}, or without. */
  JsonLines(boolean labelled) {
    this.labelled = labelled;
  }

  byte[] line(TrafficFlow flow) {
    Path path = flow.path();
    line.clear().text("{\"creation_time\":\"").time(flow.start());
    line.text("\",\"end_time\":\"").time(flow.end());
    line.text("\",\"time\":\"").time(flow.start());
    text("\",\"src_ip\":\"", path.source().ip());
    if (!path.source().country().isEmpty()) {
      text("\",\"src_ip_country_code\":\"", path.source().country());
    }
    text("\",\"dst_ip\":\"", path.target().ip());
    text("\",\"protocol\":\"", FlowText.protocol(flow));
    if (path.service().transport() != Transport.ICMP) {
      line.text("\",\"src_port\":").number(path.sourcePort());
      line.text(",\"dst_port\":").number(path.targetPort());
    } else {
      line.symbol('"');
    }
    line.text(",\"bytes_in\":").number(flow.wire().bytesIn());
    line.text(",\"bytes_out\":").number(flow.wire().bytesOut());
    line.text(",\"packets\":").number(flow.wire().packets());
    if (flow.ending().responseCode() >= 0) {
      line.text(",\"response.code\":").number(flow.ending().responseCode());
    }
    text(",\"action\":\"", flow.action().name());
    if (!flow.ending().rule().isEmpty()) {
      text("\",\"rule_names\":\"", flow.ending().rule());
    }
    text("\",\"source.meta\":\"", FlowText.META);
    text("\",\"source.name\":\"", FlowText.sourceName(flow));
    if (labelled) {
      text("\",\"label\":\"", flow.attack());
    }
    return line.text("\"}").toBytes();
  }

  private void text(String key, String value) {
    line.text(key).text(value);
  }
}
