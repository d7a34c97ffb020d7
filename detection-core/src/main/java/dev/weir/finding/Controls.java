package dev.weir.finding;

import dev.weir.flow.JsonBytes;
import dev.weir.network.Cidr;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes a denial in the languages of several filters. Addresses go in as the bits that they were
 * parsed to, and everything else is a constant or a number: no text of a log gets here.
 *
 * @param cidr what to deny
 * @param outbound whether what goes to it is denied
 * @param port TCP destination port, or -1 for all traffic
 * @param target null for every destination
 * @param finding id of what it is for
 * @param from epoch milliseconds that the time runs from
 * @param expires epoch milliseconds
 */
record Controls(
    Cidr cidr, boolean outbound, int port, Cidr target, String finding, long from, long expires) {

  private static final int ALL = -1;
  private static final int TCP = 6;

  /** Entries count from 1 to 32766, the lowest that matches decides; most begin at 100. */
  private static final int RULE_NUMBERS = 99;

  Control control() {
    return new Control(
        cidr.text(),
        outbound,
        port,
        protocol(),
        target == null ? "" : target.text(),
        expires,
        networkAcl(),
        securityGroup(),
        nftables(),
        wafIpSet());
  }

  private int protocol() {
    return port == ALL ? ALL : TCP;
  }

  /**
   * As {@code aws ec2 create-network-acl-entry --cli-input-json} takes it, but for the ACL's id.
   */
  private String networkAcl() {
    return json(
        out -> {
          out.writeNumberField("RuleNumber", 1 + Math.floorMod(cidr.hashCode(), RULE_NUMBERS));
          out.writeStringField("Protocol", String.valueOf(protocol()));
          out.writeStringField("RuleAction", "deny");
          out.writeBooleanField("Egress", outbound);
          out.writeStringField(cidr.isIpv4() ? "CidrBlock" : "Ipv6CidrBlock", cidr.text());
          if (port != ALL) {
            out.writeObjectFieldStart("PortRange");
            out.writeNumberField("From", port);
            out.writeNumberField("To", port);
            out.writeEndObject();
          }
        });
  }

  private String securityGroup() {
    String all = cidr.isIpv4() ? "0.0.0.0/0" : "::/0";
    if (outbound) {
      return "Security groups only allow: replace the outbound rule for "
          + all
          + " of the source's group by rules for what it needs, so that none covers "
          + cidr.text()
          + ".";
    }
    String where = port == ALL ? "" : " to port " + port;
    return "Security groups only allow: replace the inbound rule for "
        + all
        + where
        + (target == null ? "" : " of the group of " + target.text())
        + " by rules for known networks, so that none covers "
        + cidr.text()
        + ".";
  }

  /** An element of a set that the page on findings shows how to make; it lifts itself. */
  private String nftables() {
    String set = "deny" + (cidr.isIpv4() ? '4' : '6') + (outbound ? "_out" : "_in");
    String element = port == ALL ? cidr.text() : cidr.text() + " . tcp . " + port;
    return "nft add element inet weir "
        + set
        + (port == ALL ? "" : "_ports")
        + " { "
        + element
        + " timeout "
        + Math.max(1, (expires - from) / 1000)
        + "s }";
  }

  /** As {@code aws wafv2 create-ip-set --cli-input-json} takes it, but for the name. */
  private String wafIpSet() {
    if (outbound || port != ALL) {
      return "";
    }
    return json(
        out -> {
          out.writeStringField("Scope", "REGIONAL");
          out.writeStringField("IPAddressVersion", cidr.isIpv4() ? "IPV4" : "IPV6");
          out.writeStringField(
              "Description", "weir " + finding + " until " + Instant.ofEpochMilli(expires));
          out.writeArrayFieldStart("Addresses");
          out.writeString(cidr.text());
          out.writeEndArray();
        });
  }

  private static String json(JsonBytes.Fields fields) {
    return new String(JsonBytes.object(fields), StandardCharsets.UTF_8);
  }
}
