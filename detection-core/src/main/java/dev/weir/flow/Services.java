package dev.weir.flow;

import java.util.BitSet;
import java.util.Map;

/**
 * The ports that services are usually found at: all below 1024, and those above that are listed
 * here. Tells which end of a connection was called, and whether a port is a usual one to call.
 */
public final class Services {
  private static final int FIRST_EPHEMERAL = 1024;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(20, "ftp-data"),
          Map.entry(21, "ftp"),
          Map.entry(22, "ssh"),
          Map.entry(23, "telnet"),
          Map.entry(25, "smtp"),
          Map.entry(53, "dns"),
          Map.entry(67, "dhcp"),
          Map.entry(69, "tftp"),
          Map.entry(80, "http"),
          Map.entry(88, "kerberos"),
          Map.entry(110, "pop3"),
          Map.entry(111, "rpcbind"),
          Map.entry(123, "ntp"),
          Map.entry(135, "msrpc"),
          Map.entry(137, "netbios-ns"),
          Map.entry(139, "netbios-ssn"),
          Map.entry(143, "imap"),
          Map.entry(161, "snmp"),
          Map.entry(179, "bgp"),
          Map.entry(389, "ldap"),
          Map.entry(443, "https"),
          Map.entry(445, "smb"),
          Map.entry(465, "smtps"),
          Map.entry(514, "syslog"),
          Map.entry(587, "submission"),
          Map.entry(636, "ldaps"),
          Map.entry(853, "dns-over-tls"),
          Map.entry(873, "rsync"),
          Map.entry(993, "imaps"),
          Map.entry(995, "pop3s"),
          Map.entry(1080, "socks"),
          Map.entry(1194, "openvpn"),
          Map.entry(1433, "mssql"),
          Map.entry(1521, "oracle"),
          Map.entry(1812, "radius"),
          Map.entry(1883, "mqtt"),
          Map.entry(2049, "nfs"),
          Map.entry(2181, "zookeeper"),
          Map.entry(2375, "docker"),
          Map.entry(2376, "docker-tls"),
          Map.entry(2379, "etcd"),
          Map.entry(2380, "etcd-peer"),
          Map.entry(3128, "http-proxy"),
          Map.entry(3268, "ldap-gc"),
          Map.entry(3306, "mysql"),
          Map.entry(3389, "rdp"),
          Map.entry(4500, "ipsec-nat"),
          Map.entry(5060, "sip"),
          Map.entry(5061, "sips"),
          Map.entry(5432, "postgresql"),
          Map.entry(5601, "kibana"),
          Map.entry(5671, "amqps"),
          Map.entry(5672, "amqp"),
          Map.entry(5900, "vnc"),
          Map.entry(5985, "winrm"),
          Map.entry(5986, "winrm-tls"),
          Map.entry(6379, "redis"),
          Map.entry(6443, "kubernetes"),
          Map.entry(8080, "http-alt"),
          Map.entry(8443, "https-alt"),
          Map.entry(8883, "mqtts"),
          Map.entry(9042, "cassandra"),
          Map.entry(9090, "prometheus"),
          Map.entry(9092, "kafka"),
          Map.entry(9093, "kafka-tls"),
          Map.entry(9094, "kafka-tls"),
          Map.entry(9096, "kafka-sasl"),
          Map.entry(9098, "kafka-iam"),
          Map.entry(9100, "node-exporter"),
          Map.entry(9200, "elasticsearch"),
          Map.entry(9300, "elasticsearch-peer"),
          Map.entry(10250, "kubelet"),
          Map.entry(11211, "memcached"),
          Map.entry(27017, "mongodb"));

  /** A bit a port, since it is asked of both ends of every flow. */
  private static final BitSet STANDARD = new BitSet();

  static {
    STANDARD.set(0, FIRST_EPHEMERAL);
    NAMES.keySet().forEach(STANDARD::set);
  }

  private Services() {}

  /** Whether a port is below 1024 or listed; never for {@link FlowRecord#ABSENT}. */
  public static boolean isStandard(int port) {
    return port >= 0 && STANDARD.get(port);
  }

  /** The service's name for people, or the empty text where the port has none here. */
  public static String name(int port) {
    return NAMES.getOrDefault(port, "");
  }
}
