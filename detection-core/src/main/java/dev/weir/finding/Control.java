package dev.weir.finding;

/**
 * A denial that a machine can put in place, for a time.
 *
 * @param cidr what to deny: an address as /32 or /128, or a prefix
 * @param port destination port that is denied; -1 for all
 * @param protocol IANA number; -1 for all
 * @param target destination CIDR, or empty for all
 * @param expires epoch milliseconds at which it should be lifted
 * @param networkAcl the entry of an AWS network ACL, as JSON
 * @param securityGroup how to do it by security groups, which only allow
 * @param nftables a command of nft
 * @param wafIpSet the change of an AWS WAF IP set, as JSON
 */
public record Control(
    String cidr,
    int port,
    int protocol,
    String target,
    long expires,
    String networkAcl,
    String securityGroup,
    String nftables,
    String wafIpSet) {}
