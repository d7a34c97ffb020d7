package dev.weir.decode;

import dev.weir.flow.FlowRecord;
import java.util.Locale;
import java.util.Map;

/**
 * IANA numbers of the protocol names that logs use. An application's name counts as the transport
 * that it usually runs over.
 */
final class Protocols {
  static final int MAX = 255;

  /** Of the name alone: which of the two is meant, the addresses tell. */
  static final int ICMP_OF_EITHER = MAX + 1;

  static final int ICMP = 1;
  static final int ICMP_V6 = 58;

  static final int TCP = 6;
  private static final int UDP = 17;

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("ICMP", ICMP_OF_EITHER),
          Map.entry("IGMP", 2),
          Map.entry("TCP", TCP),
          Map.entry("UDP", UDP),
          Map.entry("DCCP", 33),
          Map.entry("GRE", 47),
          Map.entry("ESP", 50),
          Map.entry("AH", 51),
          Map.entry("ICMPV6", ICMP_V6),
          Map.entry("ICMP6", ICMP_V6),
          Map.entry("IPV6-ICMP", ICMP_V6),
          Map.entry("OSPF", 89),
          Map.entry("VRRP", 112),
          Map.entry("SCTP", 132),
          Map.entry("HTTP", TCP),
          Map.entry("HTTP/1.0", TCP),
          Map.entry("HTTP/1.1", TCP),
          Map.entry("HTTP/2", TCP),
          Map.entry("HTTPS", TCP),
          Map.entry("TLS", TCP),
          Map.entry("SSL", TCP),
          Map.entry("SSH", TCP),
          Map.entry("SFTP", TCP),
          Map.entry("FTP", TCP),
          Map.entry("TELNET", TCP),
          Map.entry("SMTP", TCP),
          Map.entry("IMAP", TCP),
          Map.entry("POP3", TCP),
          Map.entry("SMB", TCP),
          Map.entry("LDAP", TCP),
          Map.entry("RDP", TCP),
          Map.entry("DNS", UDP),
          Map.entry("QUIC", UDP),
          Map.entry("HTTP/3", UDP),
          Map.entry("NTP", UDP),
          Map.entry("DHCP", UDP),
          Map.entry("SNMP", UDP),
          Map.entry("SYSLOG", UDP),
          Map.entry("TFTP", UDP));

  private Protocols() {}

  /**
   * The protocol's number, {@link #ICMP_OF_EITHER}, or {@link FlowRecord#ABSENT} for a name that is
   * not known here.
   */
  static int number(FieldText name) {
    return NUMBERS.getOrDefault(name.toString().toUpperCase(Locale.ROOT), FlowRecord.ABSENT);
  }

  /**
   * Whether a text means to be a number, so that it must be a sound one: nothing but digits of any
   * script, signs, points and an exponent, and no letter first.
   */
  static boolean looksNumeric(FieldText text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean exponent = i > 0 && (c == 'e' || c == 'E');
      if (!Character.isDigit(c) && c != '+' && c != '-' && c != '.' && !exponent) {
        return false;
      }
    }
    return true;
  }
}
