package dev.weir.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How flows are placed: what training and serving must agree in, and a model carries.
 *
 * @param orientation whether one-way records are turned to their initiators
 * @param singleVantage whether a flow logged at both of its interfaces is counted once
 * @param nat whether packet addresses win over those at the interface
 * @param scope what tells private addresses apart
 * @param ipv6Prefix bits that IPv6 sources from outside are counted together by, 1 to 128
 * @param network digest of what was told of the network
 */
public record NetworkSettings(
    boolean orientation,
    boolean singleVantage,
    boolean nat,
    Scope scope,
    int ipv6Prefix,
    String network) {

  /** Everything on, and nothing told of the network. */
  public static final NetworkSettings DEFAULT =
      new NetworkSettings(true, true, true, Scope.ACCOUNT, 64, Network.DEFAULT.digest());

  /** Refuses a prefix that no address has. */
  public NetworkSettings {
    if (ipv6Prefix < 1 || ipv6Prefix > 128) {
      throw new IllegalArgumentException("an IPv6 prefix of " + ipv6Prefix + " bits");
    }
  }

  /** The options that differ, as these settings would have them written; empty where none does. */
  public String differencesFrom(NetworkSettings other) {
    Map<String, Object> others = other.options();
    return options().entrySet().stream()
        .filter(option -> !option.getValue().equals(others.get(option.getKey())))
        .map(option -> option.getKey() + ' ' + option.getValue())
        .collect(Collectors.joining(" "));
  }

  private Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("--orientation", onOff(orientation));
    options.put("--single-vantage", onOff(singleVantage));
    options.put("--nat", onOff(nat));
    options.put("--scope", scope);
    options.put("--ipv6-prefix", ipv6Prefix);
    return options;
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
