package dev.weir.bench.micro;

/** Writes flows as logs do. */
final class Formats {
  /** The fields of flow logs of version 5, in AWS's order. */
  static final String VPC_V5 =
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start"
          + " end action log-status vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr"
          + " pkt-dstaddr region az-id sublocation-type sublocation-id pkt-src-aws-service"
          + " pkt-dst-aws-service flow-direction traffic-path";

  static final String CSV_HEADER =
      "from,to,from_port,to_port,proto,sent,received,pkts,began,ended,verdict,code,rule";

  static final String CSV_MAP =
      "src_ip=from,dst_ip=to,src_port=from_port,dst_port=to_port,protocol=proto,bytes_in=sent,"
          + "bytes_out=received,packets=pkts,start=began,end=ended,action=verdict,"
          + "response_code=code,rule_names=rule";

  private Formats() {}

  /** Weir's own JSON with 16 fields. */
  static String json(SampleFlow f) {
    return ("{\"scope\":\"prod\",\"src_ip\":\"%s\",\"dst_ip\":\"%s\",\"src_port\":%d,"
            + "\"dst_port\":%d,\"protocol\":6,\"bytes_in\":%d,\"bytes_out\":%d,\"packets\":%d,"
            + "\"creation_time\":\"%s\",\"end_time\":\"%s\",\"time\":\"%s\",\"action\":\"%s\","
            + "\"response.code\":%d,\"src_ip_country_code\":\"%s\",\"rule_names\":[\"waf_rule\"]}")
        .formatted(
            f.client(),
            f.server(),
            f.clientPort(),
            f.serverPort(),
            f.bytesIn(),
            f.bytesOut(),
            f.packets(),
            f.start(),
            f.end(),
            f.start(),
            action(f),
            f.accepted() ? 200 : 403,
            f.country());
  }

  /** Elastic Common Schema, in nested objects. */
  static String ecs(SampleFlow f) {
    return ("{\"@timestamp\":\"%s\",\"event\":{\"start\":\"%s\",\"end\":\"%s\","
            + "\"type\":[\"connection\",\"%s\"]},\"source\":{\"ip\":\"%s\",\"port\":%d,"
            + "\"bytes\":%d,\"packets\":%d,\"geo\":{\"country_iso_code\":\"%s\"}},"
            + "\"destination\":{\"ip\":\"%s\",\"port\":%d,\"bytes\":%d},"
            + "\"network\":{\"transport\":\"tcp\"}}")
        .formatted(
            f.end(),
            f.start(),
            f.end(),
            f.accepted() ? "allowed" : "denied",
            f.client(),
            f.clientPort(),
            f.bytesIn(),
            f.packets(),
            f.country(),
            f.server(),
            f.serverPort(),
            f.bytesOut());
  }

  /** Open Cybersecurity Schema Framework, class Network Activity, in nested objects. */
  static String ocsf(SampleFlow f) {
    return ("{\"class_uid\":4001,\"time\":%d,\"start_time\":%d,\"end_time\":%d,"
            + "\"action\":\"%s\",\"connection_info\":{\"protocol_num\":6,"
            + "\"protocol_name\":\"tcp\"},\"src_endpoint\":{\"ip\":\"%s\",\"port\":%d,"
            + "\"location\":{\"country\":\"%s\"}},\"dst_endpoint\":{\"ip\":\"%s\","
            + "\"port\":%d},\"traffic\":{\"bytes_out\":%d,\"bytes_in\":%d,"
            + "\"packets\":%d}}")
        .formatted(
            f.end().toEpochMilli(),
            f.start().toEpochMilli(),
            f.end().toEpochMilli(),
            f.accepted() ? "Allowed" : "Denied",
            f.client(),
            f.clientPort(),
            f.country(),
            f.server(),
            f.serverPort(),
            f.bytesIn(),
            f.bytesOut(),
            f.packets());
  }

  /** A line of a VPC flow log as a field of a JSON object, as log shippers wrap it. */
  static String vpcV2InJson(SampleFlow f) {
    return "{\"message\":\"" + vpcV2(f) + "\"}";
  }

  /** Under the sixteen columns of the CloudWatch web traffic exports, the format's default. */
  static String csvExport(SampleFlow f) {
    return "%d,%d,%s,%s,%s,%s,HTTPS,%d,%s,%s,waf_rule,sighting,AWS_VPC_Flow,prod,%s,waf_rule"
        .formatted(
            f.bytesIn(),
            f.bytesOut(),
            f.start(),
            f.end(),
            f.client(),
            f.country(),
            f.accepted() ? 200 : 403,
            f.serverPort(),
            f.server(),
            f.start());
  }

  /** Under {@link #CSV_HEADER}. */
  static String csv(SampleFlow f) {
    return "%s,%s,%d,%d,tcp,%d,%d,%d,%s,%s,%s,%d,waf_rule"
        .formatted(
            f.client(),
            f.server(),
            f.clientPort(),
            f.serverPort(),
            f.bytesIn(),
            f.bytesOut(),
            f.packets(),
            f.start(),
            f.end(),
            action(f),
            f.accepted() ? 200 : 403);
  }

  /** The default format of VPC Flow Logs, as the server's interface sees it. */
  static String vpcV2(SampleFlow f) {
    return "2 123456789012 %s %s 6 %d %d %d %d %s OK"
        .formatted(
            "eni-0a1b2c3d4e5f%05x".formatted(f.serverNumber()),
            ends(f),
            f.packets(),
            f.answer() ? f.bytesOut() : f.bytesIn(),
            f.start().getEpochSecond(),
            f.end().getEpochSecond(),
            action(f));
  }

  /** All fields up to version 5. */
  static String vpcV5(SampleFlow f) {
    String from = f.answer() ? f.server() : f.client();
    String to = f.answer() ? f.client() : f.server();
    return ("5" + vpcV2(f).substring(1))
        + (" vpc-0a1b2c3d subnet-0a1b2c3d4e5f i-0a1b2c3d4e5f6 %d IPv4 %s %s us-east-1 use1-az1 - -"
                + " - - %s 1")
            .formatted(f.answer() ? 18 : 2, from, to, f.answer() ? "egress" : "ingress");
  }

  private static String ends(SampleFlow f) {
    return f.answer()
        ? "%s %s %d %d".formatted(f.server(), f.client(), f.serverPort(), f.clientPort())
        : "%s %s %d %d".formatted(f.client(), f.server(), f.clientPort(), f.serverPort());
  }

  /** Zeek's conn log with its usual columns. */
  static String zeek(SampleFlow f) {
    return ("%d.305988\tCHhAvVGS1DHFjwGM9\t%s\t%d\t%s\t%d\ttcp\thttp\t%d.066851\t%d\t%d\t%s\t-\t-\t0"
            + "\tShADadFf\t%d\t%d\t%d\t%d\t-")
        .formatted(
            f.start().getEpochSecond(),
            f.client(),
            f.clientPort(),
            f.server(),
            f.serverPort(),
            f.end().getEpochSecond() - f.start().getEpochSecond(),
            f.bytesIn(),
            f.bytesOut(),
            f.accepted() ? "SF" : "REJ",
            f.packets(),
            f.bytesIn() + 40,
            f.packets(),
            f.bytesOut() + 40);
  }

  /** The same as JSON. */
  static String zeekJson(SampleFlow f) {
    return ("{\"_path\":\"conn\",\"ts\":%d.305988,\"uid\":\"CHhAvVGS1DHFjwGM9\",\"id.orig_h\":\"%s\","
            + "\"id.orig_p\":%d,\"id.resp_h\":\"%s\",\"id.resp_p\":%d,\"proto\":\"tcp\","
            + "\"duration\":%d.066851,\"orig_bytes\":%d,\"resp_bytes\":%d,\"conn_state\":\"%s\","
            + "\"orig_pkts\":%d,\"resp_pkts\":%d}")
        .formatted(
            f.start().getEpochSecond(),
            f.client(),
            f.clientPort(),
            f.server(),
            f.serverPort(),
            f.end().getEpochSecond() - f.start().getEpochSecond(),
            f.bytesIn(),
            f.bytesOut(),
            f.accepted() ? "SF" : "REJ",
            f.packets(),
            f.packets());
  }

  private static String action(SampleFlow f) {
    return f.accepted() ? "ACCEPT" : "REJECT";
  }
}
