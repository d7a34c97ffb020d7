package dev.weir.job.operator;

import java.util.List;
import java.util.Locale;

/**
 * What is measured beside the checkpointed counts of {@link Counter}: begins anew with each start
 * of a task, but where it follows from state. The names are those of metrics and documents.
 */
public enum Metric {
  /**
   * Incidents that are open, of this subtask; by its checkpointed counts, so also after a restart.
   */
  INCIDENTS_OPEN(
      "gauge",
      "incidents",
      "incidents that are open. After a change of parallelism only the sum of all subtasks is"
          + " meant: one of them may be below 0",
      "incidents"),
  /** Openings by what was found and where the source is. */
  INCIDENTS_BY_FINDING(
      "counter",
      "incidents",
      "incidents opened, and opened again, by [finding](findings.md) and by country of the source,"
          + " `unknown` where none is known",
      "incidents",
      "finding",
      "country"),
  /** How long it took to tell. */
  ALERT_DELAY(
      "counter",
      "incidents",
      "incidents opened, by the seconds from the newest of their flows to the first alert: `le` is"
          + " a range's upper end, and each range holds those below it too, as Prometheus'"
          + " `histogram_quantile` wants it. Of traffic that is replayed faster than it was they"
          + " mean nothing",
      "incidents",
      "le"),
  /** Windows scored, a counter for each range of scores, which its upper end names. */
  SCORES(
      "counter",
      "windows",
      "closed windows by score, in twenty ranges of 0.05: `below` names a range's upper end; 1 is"
          + " in the last",
      "scorer",
      "below"),
  /** Until when the history reaches that the model was trained on, by the model's id. */
  MODEL_HISTORY_END(
      "gauge",
      "seconds since 1970",
      "until when the history reaches that the job's model was trained on; `model` is its id",
      "scorer",
      "model"),
  /** How far a feature, or the score, lies from training: the population-stability index. */
  DRIFT(
      "gauge",
      "index",
      "the population-stability index of each feature that the model sees, and of the score, over"
          + " what is there of the last day: 0 is as in training, 0.1 little, 0.25 much."
          + " `quantity` names the feature, or is `score`. Looked at with the end of each hour of"
          + " event time, and after a restart with the first windows counted; NaN before, and in"
          + " all subtasks but the one that counts",
      "drift",
      "quantity"),
  /** Flows dated later than the transport received them. */
  AHEAD(
      "counter",
      "flows",
      "flows dated later than the transport received them; they count in the window that they"
          + " name, and move event time no further than to their receipt",
      "flow source"),
  /** Known-bad networks that are listed now. */
  REPUTATION_NETWORKS(
      "gauge",
      "networks",
      "known-bad networks that count now (`--alert.reputation-file`)",
      "source, target and pair judge"),
  /** How often their list was read. */
  REPUTATION_RELOADS(
      "counter", "reads", "how often their list was read", "source, target and pair judge"),
  /** How often it was not understood or not there; the list before it stays. */
  REPUTATION_FAILURES(
      "counter",
      "reads",
      "how often it had changed and was not understood, or was not there; the list before it"
          + " stays, and the log says why",
      "source, target and pair judge");

  private final String id = Counter.metric(name().toLowerCase(Locale.ROOT));

  @SuppressWarnings("ImmutableEnumChecker") // A record of texts and of a list that cannot change.
  private final MetricInfo info;

  Metric(String kind, String unit, String description, String where, String... labels) {
    info =
        new MetricInfo(
            MetricCatalogue.OPERATOR, id, kind, unit, List.of(labels), where, description);
  }

  /** The name. */
  public String id() {
    return id;
  }

  /** What there is to know of it. */
  MetricInfo info() {
    return info;
  }
}
