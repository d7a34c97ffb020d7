package dev.weir.job.operator;

import java.util.Locale;

/**
 * What is measured beside the checkpointed counts of {@link Counter}: begins anew with each start
 * of a task, but where it follows from state. The names are those of metrics and documents.
 */
enum Metric {
  /**
   * Incidents that are open, of this subtask; by its checkpointed counts, so also after a restart.
   */
  INCIDENTS_OPEN,
  /** Windows scored, a counter for each range of scores, which its upper end names. */
  SCORES,
  /** How far a feature, or the score, lies from training: the population-stability index. */
  DRIFT,
  /** Known-bad networks that are listed now. */
  REPUTATION_NETWORKS,
  /** How often their list was read. */
  REPUTATION_RELOADS,
  /** How often it was not understood or not there; the list before it stays. */
  REPUTATION_FAILURES;

  private final String id = Counter.metric(name().toLowerCase(Locale.ROOT));

  /** The name. */
  String id() {
    return id;
  }
}
