package dev.weir.bench.forest;

import dev.weir.bench.pipeline.Figures;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs contenders in turn, round after round, so that what slows the machine slows them all. Rates
 * are by the thread's own CPU time: others on the machine do not count.
 */
final class Race {

  static final int ROUNDS = 9;

  private static final int WARM_UP_ROUNDS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, double[]> rates = new LinkedHashMap<>();
  private double checksum;

  private Race() {}

  /**
   * Runs them all; their rates in rows per second of CPU time.
   *
   * @param turn CPU time that each gets in a round, at least
   */
  static Race run(List<Contender> contenders, Duration turn) throws Exception {
    Race race = new Race();
    for (Contender contender : contenders) {
      race.rates.put(contender.name(), new double[ROUNDS]);
    }
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (Contender contender : contenders) {
        double rate = race.turn(contender, turn.toNanos());
        if (round >= 0) {
          race.rates.get(contender.name())[round] = rate;
        }
      }
    }
    if (Double.isNaN(race.checksum)) {
      throw new IllegalStateException("a score is not a number");
    }
    return race;
  }

  private double turn(Contender contender, long nanos) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    long spent = 0;
    long rows = 0;
    while (spent < nanos) {
      checksum += contender.scoring().run();
      rows += contender.rows();
      spent = THREADS.getCurrentThreadCpuTime() - start;
    }
    return rows * 1e9 / spent;
  }

  /** The middle of a contender's rates; NaN where it did not run. */
  double rate(String name) {
    return rates.containsKey(name) ? Figures.median(rates.get(name)) : Double.NaN;
  }

  /** The middle of the ratios within each round; NaN where one did not run. */
  double ratio(String name, String to) {
    if (!rates.containsKey(name) || !rates.containsKey(to)) {
      return Double.NaN;
    }
    return Figures.pairedRatio(rates.get(name), rates.get(to));
  }
}
