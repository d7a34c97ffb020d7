package dev.weir.finding;

/**
 * A denial that a machine can put in place, for a time.
 *
 * <p>What comes from an address outside is denied, or, where a host inside calls somebody, what
 * goes to an address outside: never an address of one's own.
 *
 * @param cidr what to deny: an address as /32 or /128, or a prefix
 * @param outbound whether what goes to it is denied, and not what comes from it
 * @param port destination port that is denied; -1 for all
 * @param protocol IANA number; -1 for all
 * @param target destination CIDR of what comes from it, or empty for all
 * @param expires epoch milliseconds at which it should be lifted
 * @param networkAcl the entry of an AWS network ACL, as JSON
 * @param securityGroup how to do it by security groups, which only allow
 * @param nftables a command of nft
 * @param wafIpSet an AWS WAF IP set, as JSON; empty where a WAF does not see the traffic
 */
public record Control(
    String cidr,
    boolean outbound,
    int port,
    int protocol,
    String target,
    long expires,
    String networkAcl,
    String securityGroup,
    String nftables,
    String wafIpSet) {}
