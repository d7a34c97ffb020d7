package dev.weir.cli.backtest;

import java.nio.file.Path;

/**
 * Where a run over files writes, to files that are there; null is nowhere.
 *
 * @param scores scored windows, by window_start and src_ip
 * @param alerts alerts, in the same order
 * @param deadLetters dead letters, as they come
 * @param lateFlows late flows, as they come
 */
record Results(Path scores, Path alerts, Path deadLetters, Path lateFlows) {

  /** Alerts only: what is to be known of another model. */
  static Results ofAlerts(Path alerts) {
    return new Results(null, alerts, null, null);
  }

  /** The same with alerts in another place. */
  Results withAlerts(Path other) {
    return new Results(scores, other, deadLetters, lateFlows);
  }
}
