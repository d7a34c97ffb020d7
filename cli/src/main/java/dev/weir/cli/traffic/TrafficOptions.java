package dev.weir.cli.traffic;

import dev.weir.flow.UsageException;
import java.time.Duration;
import java.time.Instant;

/**
 * What traffic is wanted.
 *
 * @param seed decides the network, what happens in it and the attacks
 * @param start from when on, to the minute
 * @param length for how long; {@link #ENDLESS} for ever
 * @param workstations how large the network is; visitors and mail grow with it
 * @param attacks whether attacks are planted
 * @param attackRate how often attackers act, 1 being the usual rate
 */
public record TrafficOptions(
    long seed,
    Instant start,
    Duration length,
    int workstations,
    boolean attacks,
    double attackRate) {

  /** The length of traffic that never ends. */
  public static final Duration ENDLESS = Duration.ofDays(365_000);

  /** How many workstations the network has unless told otherwise. */
  public static final int DEFAULT_WORKSTATIONS = 100;

  private static final int MIN_WORKSTATIONS = 20;
  private static final int MAX_WORKSTATIONS = 5_000;
  private static final double MAX_RATE = 100;

  /** Says what can't be generated, and what can. */
  public TrafficOptions {
    if (length.isZero() || length.isNegative()) {
      throw new UsageException("--hours must be above 0.");
    }
    if (workstations < MIN_WORKSTATIONS || workstations > MAX_WORKSTATIONS) {
      throw new UsageException(
          "--hosts is "
              + workstations
              + "; it must lie between "
              + MIN_WORKSTATIONS
              + " and "
              + MAX_WORKSTATIONS
              + ".");
    }
    if (!(attackRate > 0 && attackRate <= MAX_RATE)) {
      throw new UsageException(
          "--attack-rate must be above 0 and at most 100; 1 is the usual rate.");
    }
    if (Math.floorMod(start.toEpochMilli(), Clock.MINUTE) != 0) {
      throw new UsageException("--start must be a whole minute, such as 2026-03-02T08:30:00Z.");
    }
  }

  /** The usual network with attacks planted. */
  public static TrafficOptions of(long seed, Instant start, Duration length) {
    return new TrafficOptions(seed, start, length, DEFAULT_WORKSTATIONS, true, 1);
  }

  /** The same without attacks. */
  public TrafficOptions withoutAttacks() {
    return new TrafficOptions(seed, start, length, workstations, false, attackRate);
  }

  /** As much traffic again, where this ends. */
  public TrafficOptions following() {
    return new TrafficOptions(seed, start.plus(length), length, workstations, attacks, attackRate);
  }

  long startMillis() {
    return start.toEpochMilli();
  }

  long endMillis() {
    return start.toEpochMilli() + length.toMillis();
  }
}
