package dev.weir.cli.traffic;

import java.util.List;

/**
 * The thousand most usual ports of one server, twice, minutes apart. Most are filtered and tried
 * once more; some answer that they are closed, a few are open.
 */
record PortScan(Host source, Host target, long ports) implements Tactic {
  private static final double GAP_MILLIS = 55;
  private static final long PAUSE_MILLIS = 150_000;
  private static final int PORTS = 1_000;
  private static final int STRIDE = 377;
  private static final int COMMON = 640;
  private static final List<Integer> OPEN = List.of(22, 443, 9100);

  @Override
  public double gap(long step, Dice dice) {
    double gap = GAP_MILLIS * dice.between(0.5, 1.5);
    return step == PORTS - 1 ? gap + PAUSE_MILLIS : gap;
  }

  @Override
  public void step(long step, long at, Dice dice, Exporter out) {
    int port = port((int) ((step % PORTS) * STRIDE % PORTS));
    Conversation probe = Conversation.of(source, target, Service.HTTP, at, dice);
    probe = probe.via(probe.path().withTargetPort(port));
    if (OPEN.contains(port)) {
      out.export(probe.lasting(2), dice);
    } else if (Math.floorMod(port * 2_654_435_761L + ports, 100L) < 15) {
      out.export(probe.lasting(1).ending(Ending.RESET), dice);
    } else {
      out.export(probe.lasting(dice.between(900, 1_300)).ending(Ending.refused(2)), dice);
    }
  }

  /** Nearly all of the usual ports are low; the rest lies scattered up to 65389. */
  private static int port(int rank) {
    return rank < COMMON ? 1 + rank * 2 : 1_300 + (rank - COMMON) * 178;
  }

  @Override
  public long steps() {
    return 2L * PORTS;
  }

  @Override
  public long tail() {
    return 1_500;
  }

  /** How long both rounds take. */
  static long millis(double rate) {
    return (long) ((2 * PORTS * GAP_MILLIS * 1.03 + PAUSE_MILLIS) / rate) + 1_500;
  }
}
