package dev.weir.cli.traffic;

import java.util.List;

/**
 * Every address of two networks, on the ports by which one gets further: file sharing, remote
 * desktop, shells. Most addresses are nobody's.
 */
record HostSweep(Network network, Host source) implements Tactic {
  private static final double GAP_MILLIS = 180;
  private static final List<Integer> PORTS = List.of(445, 3389, 22);
  private static final int ADDRESSES = 254;

  @Override
  public double gap(long step, Dice dice) {
    return GAP_MILLIS * dice.between(0.3, 1.7);
  }

  @Override
  public void step(long step, long at, Dice dice, Exporter out) {
    int port = PORTS.get((int) (step % PORTS.size()));
    int address = (int) (step / PORTS.size());
    int last = 1 + address % ADDRESSES;
    Host target =
        address < ADDRESSES ? network.workstationNetwork(0, last) : network.serverNetwork(last);
    Conversation probe = Conversation.of(source, target, Service.SMB, at, dice);
    probe = probe.via(probe.path().withTargetPort(port));
    if (!network.exists(target.ip())) {
      out.export(probe.lasting(3_000).ending(Ending.silent(2)), dice);
    } else if (address < ADDRESSES) {
      out.export(probe.lasting(1_000).ending(Ending.refused(2)), dice);
    } else {
      out.export(dice.chance(0.5) ? probe.ending(Ending.RESET) : probe.lasting(40), dice);
    }
  }

  @Override
  public long steps() {
    return 2L * ADDRESSES * PORTS.size();
  }

  @Override
  public long tail() {
    return 3_500;
  }

  /** How long the sweep takes. */
  static long millis(double rate) {
    return (long) (2 * ADDRESSES * PORTS.size() * GAP_MILLIS * 1.04 / rate) + 3_500;
  }
}
