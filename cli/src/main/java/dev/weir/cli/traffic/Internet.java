package dev.weir.cli.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * The hosts outside that the organisation knows, in order of popularity, and strangers on demand.
 *
 * @param sites web sites and the content networks' edges
 * @param vendors clouds that agents on the hosts report to
 * @param customers who visits the public web servers again and again
 * @param crawlers search engines' robots
 * @param mailServers who mail is exchanged with
 * @param timeServers the public NTP pool's
 * @param resolvers public name servers that the own resolvers ask
 * @param relays providers' relays for video calls
 * @param homes where staff work remotely from
 * @param vault the object store that backups are copied to
 */
record Internet(
    List<Host> sites,
    List<Host> vendors,
    List<Host> customers,
    List<Host> crawlers,
    List<Host> mailServers,
    List<Host> timeServers,
    List<Host> resolvers,
    List<Host> relays,
    List<Host> homes,
    Host vault) {

  /** Where visitors come from, as often as they are listed. */
  private static final List<String> VISITORS =
      countries("DE8 US5 GB3 FR3 NL2 AT2 CH2 PL2 " + "IT2 ES2 CA1 IN1 BR1 SE1 JP1");

  /** Where scanners' addresses lie, as often as they are listed. */
  private static final List<String> SCANNERS =
      countries("US6 CN5 NL3 RU3 BR2 IN2 VN2 " + "SG2 GB1 DE1 KR1 ID1 BG1 RO1");

  /** The internet as the organisation of this seed knows it. */
  static Internet of(long seed, double scale) {
    Dice dice = Dice.of(seed, "internet", 0, 0);
    return new Internet(
        some(dice, 1500, VISITORS),
        some(dice, 8, List.of("US", "IE")),
        some(dice, (int) (3000 * scale) + 200, VISITORS),
        some(dice, 9, List.of("US", "US", "CZ")),
        some(dice, 120, VISITORS),
        some(dice, 4, List.of("DE")),
        some(dice, 12, List.of("US", "DE")),
        some(dice, 6, List.of("NL", "DE")),
        some(dice, (int) (12 * scale) + 3, List.of("DE")),
        outside(dice, List.of("IE")));
  }

  /** Somebody who was never here, from where visitors come from. */
  static Host stranger(Dice dice) {
    return outside(dice, VISITORS);
  }

  /** Somebody who was never here, from where scanners' addresses lie. */
  static Host scanner(Dice dice) {
    return outside(dice, SCANNERS);
  }

  private static List<Host> some(Dice dice, int count, List<String> countries) {
    List<Host> hosts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hosts.add(outside(dice, countries));
    }
    return List.copyOf(hosts);
  }

  private static Host outside(Dice dice, List<String> countries) {
    int address = Addresses.anyPublic(dice);
    String ip = Addresses.dotted(address);
    return new Host(address, ip, ip, Role.OUTSIDE, dice.pick(countries), "");
  }

  private static List<String> countries(String weights) {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < weights.length(); i += 4) {
      int weight = weights.charAt(i + 2) - '0';
      for (int n = 0; n < weight; n++) {
        list.add(weights.substring(i, i + 2));
      }
    }
    return List.copyOf(list);
  }
}
