package dev.weir.cli.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * Which attacks happen when: all seven in each two hours from the beginning of the run, the first a
 * few minutes in. Depends on the seed and that beginning.
 */
final class AttackSchedule {
  static final long BLOCK = 2 * Clock.HOUR;

  private static final long FIRST = 4 * Clock.MINUTE;
  private static final long SLOT = 16 * Clock.MINUTE;
  private static final int SLACK_MINUTES = 6;
  private static final long GUESSING = 10 * Clock.MINUTE;

  private final Network network;
  private final long runStart;
  private final double rate;

  AttackSchedule(Network network, long runStart, double rate) {
    this.network = network;
    this.runStart = runStart;
    this.rate = rate;
  }

  /** The attacks of the n-th two hours, by their beginning. */
  List<PlantedAttack> block(long n) {
    long start = runStart + n * BLOCK;
    Dice dice = Dice.of(network.seed(), "attacks", start, 0);
    List<AttackKind> order = new ArrayList<>(List.of(AttackKind.values()));
    order.remove(AttackKind.BEACONING);
    shuffle(order, dice);
    List<Host> insiders = new ArrayList<>(network.all(Role.WORKSTATION));
    shuffle(insiders, dice);

    List<PlantedAttack> attacks = new ArrayList<>();
    long beaconing = start + FIRST + dice.below(45 * (int) Clock.MINUTE);
    attacks.add(plan(AttackKind.BEACONING, insiders.get(0), beaconing, dice));
    for (int i = 0; i < order.size(); i++) {
      long at = start + FIRST + i * SLOT + dice.below(SLACK_MINUTES * (int) Clock.MINUTE);
      attacks.add(plan(order.get(i), insiders.get(i + 1), at, dice));
    }
    attacks.sort((a, b) -> Long.compare(a.start(), b.start()));
    return attacks;
  }

  private PlantedAttack plan(AttackKind kind, Host insider, long at, Dice dice) {
    Host outside = Internet.scanner(dice);
    return switch (kind) {
      case SSH_BRUTE_FORCE -> {
        Host jump = network.one(Role.JUMP);
        yield plant(
            kind, outside, jump.ip(), PasswordGuessing.ssh(outside, jump), at, GUESSING, dice);
      }
      case RDP_BRUTE_FORCE -> {
        Host terminal = network.one(Role.TERMINAL);
        yield plant(
            kind,
            outside,
            terminal.ip(),
            PasswordGuessing.rdp(outside, terminal),
            at,
            GUESSING,
            dice);
      }
      case PORT_SCAN -> {
        Host server = dice.pick(network.servers());
        PortScan scan = new PortScan(insider, server, dice.below(100));
        yield plant(kind, insider, server.ip(), scan, at, PortScan.millis(rate), dice);
      }
      case HOST_SWEEP -> {
        String target = network.workstationNetwork(0, 0).ip() + "/24";
        HostSweep sweep = new HostSweep(network, insider);
        yield plant(kind, insider, target, sweep, at, HostSweep.millis(rate), dice);
      }
      case EXFILTRATION -> exfiltration(insider, outside, at, dice);
      case BEACONING ->
          plant(kind, insider, outside.ip(), new Beaconing(insider, outside), at, Clock.HOUR, dice);
      case FLOOD -> {
        Host web = PublicWeb.server(network, dice);
        Flood flood = new Flood(outside, web, dice.between(200.0, 400.0));
        yield plant(kind, outside, web.ip(), flood, at, dice.between(180_000, 300_000), dice);
      }
    };
  }

  private PlantedAttack exfiltration(Host insider, Host outside, long at, Dice dice) {
    Host source = dice.chance(0.35) ? network.one(Role.DATABASE) : insider;
    int minutes = dice.between(10, 20);
    double bytes = dice.between(2.5e9, 6e9) * rate;
    Exfiltration tactic =
        new Exfiltration(source, outside, bytes / minutes, dice.between(33_000, 59_000));
    long length = minutes * Clock.MINUTE;
    // The rate lies in the bytes: streams are cut by the minute whatever they carry.
    return new PlantedAttack(
        AttackKind.EXFILTRATION, source, outside.ip(), tactic, at, at + length, 1, steps(dice));
  }

  private PlantedAttack plant(
      AttackKind kind, Host source, String target, Tactic tactic, long at, long length, Dice dice) {
    return new PlantedAttack(kind, source, target, tactic, at, at + length, rate, steps(dice));
  }

  private Dice steps(Dice dice) {
    return Dice.of(network.seed(), "steps", dice.bits(), 0);
  }

  private static <T> void shuffle(List<T> items, Dice dice) {
    for (int i = items.size() - 1; i > 0; i--) {
      int j = dice.below(i + 1);
      T item = items.get(i);
      items.set(i, items.get(j));
      items.set(j, item);
    }
  }
}
