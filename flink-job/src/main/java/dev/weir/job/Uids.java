package dev.weir.job;

/**
 * The operators' names in savepoints. A changed one loses that operator's state, so none ever
 * changes.
 */
final class Uids {

  static final String SOURCE = "flow-source";
  static final String REPEAT_FILTER = "repeat-filter";
  static final String ROUTER = "entry-router";
  static final String EVENT_TIME = "event-time";
  static final String PRE_AGGREGATOR = "pre-aggregator";
  static final String SOURCE_WINDOWS = "source-windows";
  static final String TARGET_PRE_AGGREGATOR = "target-pre-aggregator";
  static final String TARGET_WINDOWS = "target-windows";
  static final String PAIR_HISTORIES = "pair-histories";
  static final String SCORER = "scorer";
  static final String SOURCE_JUDGE = "source-judge";
  static final String TARGET_JUDGE = "target-judge";
  static final String PAIR_JUDGE = "pair-judge";
  static final String CROWD_FILTER = "crowd-filter";
  static final String ALONE_FILTER = "alone-filter";
  static final String CROWDS = "crowds";
  static final String DRIFT_COUNTER = "drift-counter";
  static final String DRIFT = "drift";
  static final String INCIDENTS = "incidents";
  static final String ALERT_SINK = "alert-sink";
  static final String DEAD_LETTER_SINK = "dead-letter-sink";
  static final String LATE_SINK = "late-sink";
  static final String SCORE_FILTER = "score-filter";
  static final String SCORE_SINK = "score-sink";
  static final String VECTOR_FILTER = "vector-filter";
  static final String VECTOR_SINK = "vector-sink";
  static final String TARGET_VECTOR_FILTER = "target-vector-filter";
  static final String TARGET_VECTOR_SINK = "target-vector-sink";

  private Uids() {}
}
