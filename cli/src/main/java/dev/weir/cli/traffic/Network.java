package dev.weir.cli.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The organisation's hosts. Depends on the seed and the number of workstations only: a day of
 * history and the hours after it are the same network.
 *
 * <p>Hosts that the internet can reach lie in {@code 10.x.0.0/24}, other servers in {@code
 * 10.x.1.0/24}, workstations from {@code 10.x.16.0} on; addresses outside reach the first by
 * translation, which flow logs do not show.
 */
final class Network {
  private static final int WORKSTATIONS_FROM = 16 << 8;

  /** Hosts of each role, those that the internet can reach first. */
  private static final Map<Role, Integer> REACHABLE =
      new EnumMap<>(Map.of(Role.WEB, 2, Role.MAIL, 1, Role.JUMP, 1, Role.TERMINAL, 1));

  private static final Map<Role, Integer> SERVERS =
      new EnumMap<>(
          Map.of(
              Role.APP, 1,
              Role.DATABASE, 2,
              Role.RESOLVER, 2,
              Role.FILES, 1,
              Role.DIRECTORY, 1,
              Role.BACKUP, 1,
              Role.MONITORING, 1,
              Role.CI, 2,
              Role.PROXY, 1));

  private final long seed;
  private final int workstations;
  private final int prefix;
  private final Map<Role, List<Host>> byRole = new EnumMap<>(Role.class);
  private final List<Host> hosts = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();
  private final List<Persona> personas = new ArrayList<>();
  private final Internet internet;

  private Network(long seed, int workstations) {
    this.seed = seed;
    this.workstations = workstations;
    prefix = (10 << 24) | (Dice.of(seed, "prefix", 0, 0).between(20, 220) << 16);
    internet = Internet.of(seed, scale());
  }

  /** The organisation of this seed. */
  static Network of(long seed, int workstations) {
    Network network = new Network(seed, workstations);
    REACHABLE.forEach((role, count) -> network.addAll(role, count, 10));
    SERVERS.forEach((role, count) -> network.addAll(role, count, 256 + 10));
    network.addAll(Role.WORKSTATION, workstations, WORKSTATIONS_FROM + 20);
    for (Host host : network.all(Role.WORKSTATION)) {
      network.personas.add(Persona.of(seed, network.personas.size(), host, network.internet));
    }
    return network;
  }

  private void addAll(Role role, int count, int fromAddress) {
    List<Host> added = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      int id = hosts.size();
      int offset = role == Role.WORKSTATION ? spread(i) : id;
      String name =
          role.stem() + (role == Role.WORKSTATION ? String.format(Locale.ROOT, "%03d", i) : "" + i);
      String eni = "eni-0" + hex(Dice.of(seed, "interface", id, 0).bits());
      Host host =
          new Host(id, name, Addresses.dotted(prefix + fromAddress + offset), role, "", eni);
      hosts.add(host);
      addresses.add(host.ip());
      added.add(host);
    }
    byRole.put(role, List.copyOf(added));
  }

  /** Leaves a network's ends free: 200 workstations to each /24. */
  private static int spread(int n) {
    return (n - 1) / 200 * 256 + (n - 1) % 200;
  }

  private static String hex(long bits) {
    return String.format(Locale.ROOT, "%016x", bits);
  }

  long seed() {
    return seed;
  }

  /** How much larger than the usual hundred workstations it is. */
  double scale() {
    return workstations / 100.0;
  }

  Internet internet() {
    return internet;
  }

  /** Every host inside; a host's id is its index. */
  List<Host> hosts() {
    return Collections.unmodifiableList(hosts);
  }

  List<Persona> personas() {
    return Collections.unmodifiableList(personas);
  }

  List<Host> all(Role role) {
    return byRole.get(role);
  }

  /** The first host of a role. */
  Host one(Role role) {
    return byRole.get(role).get(0);
  }

  /** Whether a host inside has the address. */
  boolean exists(String ip) {
    return addresses.contains(ip);
  }

  /** Every host inside but the workstations. */
  List<Host> servers() {
    return hosts.subList(0, hosts.size() - workstations);
  }

  /** Hosts that the internet can reach. */
  List<Host> reachable() {
    return hosts.subList(0, REACHABLE.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** The host at an address of the n-th /24 of the workstations, which need not exist. */
  Host workstationNetwork(int n, int last) {
    String ip = Addresses.dotted(prefix + WORKSTATIONS_FROM + (n << 8) + last);
    return new Host(-1, ip, ip, Role.WORKSTATION, "", "");
  }

  /** The host at an address of the servers' /24, which need not exist. */
  Host serverNetwork(int last) {
    String ip = Addresses.dotted(prefix + (1 << 8) + last);
    return new Host(-1, ip, ip, Role.WORKSTATION, "", "");
  }
}
