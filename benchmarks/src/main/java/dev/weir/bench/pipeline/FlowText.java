package dev.weir.bench.pipeline;

import dev.weir.decode.LogFormat;

/** How flows are written into the topic: one message for each. */
public enum FlowText {
  /** One JSON object with the sixteen fields of the flow record that logs give. */
  JSON(LogFormat.JSON) {
    @Override
    void write(Flow flow, Text out) {
      out.text("{\"start_time\":\"").time(flow.start);
      out.text("\",\"end_time\":\"").time(flow.end);
      out.text("\",\"src_ip\":\"").address(flow.srcIp);
      out.text("\",\"dst_ip\":\"").address(flow.dstIp);
      out.text("\",\"src_port\":").number(flow.srcPort);
      out.text(",\"dst_port\":").number(flow.dstPort);
      out.text(",\"protocol\":\"").text(flow.dstPort == 53 ? "UDP" : "TCP");
      out.text("\",\"bytes_in\":").number(flow.bytesIn);
      out.text(",\"bytes_out\":").number(flow.bytesOut);
      out.text(",\"packets\":").number(flow.packets);
      out.text(",\"action\":\"").text(flow.accepted ? "ACCEPT" : "REJECT");
      out.text("\",\"response.code\":").number(flow.responseCode);
      out.text(",\"src_ip_country_code\":\"").text(flow.country);
      out.text("\",\"rule_names\":\"").text(flow.accepted ? "web" : "deny");
      out.text("\",\"scope\":\"vpc-1\",\"side\":\"initiator\"}");
    }
  },
  /** A line of a VPC flow log, version 2: the initiator's direction of the same flow. */
  VPC(LogFormat.VPC_FLOW_LOG) {
    @Override
    void write(Flow flow, Text out) {
      out.text("2 123456789012 eni-").hex(flow.ownIp);
      out.text(" ").address(flow.srcIp).text(" ").address(flow.dstIp);
      out.text(" ").number(flow.srcPort).text(" ").number(flow.dstPort);
      out.text(flow.dstPort == 53 ? " 17 " : " 6 ").number(flow.packets);
      out.text(" ").number(flow.bytesIn);
      out.text(" ").number(flow.start / 1000).text(" ").number(flow.end / 1000);
      out.text(flow.accepted ? " ACCEPT OK" : " REJECT OK");
    }
  };

  private final LogFormat format;

  FlowText(LogFormat format) {
    this.format = format;
  }

  /** What the product calls it. */
  public LogFormat format() {
    return format;
  }

  abstract void write(Flow flow, Text out);
}
