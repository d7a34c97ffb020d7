package dev.weir.cli.traffic;

import static dev.weir.cli.traffic.Transport.TCP;
import static dev.weir.cli.traffic.Transport.UDP;

/** What hosts offer one another, with its port and the payload that one packet of it carries. */
enum Service {
  PING(Transport.ICMP, 0, 56),
  SSH(TCP, 22, 1448),
  SMTP(TCP, 25, 1448),
  DNS(UDP, 53, 1232),
  HTTP(TCP, 80, 1448),
  KERBEROS(TCP, 88, 1448),
  NTP(UDP, 123, 48),
  SNMP(UDP, 161, 1400),
  LDAP(TCP, 389, 1448),
  HTTPS(TCP, 443, 1448),
  QUIC(UDP, 443, 1250),
  SMB(TCP, 445, 1448),
  SUBMISSION(TCP, 587, 1448),
  RSYNC(TCP, 873, 1448),
  IMAPS(TCP, 993, 1448),
  PROXY(TCP, 3128, 1448),
  RDP(TCP, 3389, 1448),
  CALL(UDP, 3480, 960),
  POSTGRES(TCP, 5432, 1448),
  APP(TCP, 8080, 1448),
  AGENT(TCP, 9100, 1448);

  private final Transport transport;
  private final int port;
  private final int segment;

  Service(Transport transport, int port, int segment) {
    this.transport = transport;
    this.port = port;
    this.segment = segment;
  }

  Transport transport() {
    return transport;
  }

  int port() {
    return port;
  }

  int segment() {
    return segment;
  }
}
