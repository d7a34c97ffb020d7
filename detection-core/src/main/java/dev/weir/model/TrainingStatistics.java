package dev.weir.model;

import java.util.List;

/**
 * What a model was made from and how; nothing of it changes a score.
 *
 * @param format id of the log format
 * @param entries log entries read
 * @param flows entries that became flows
 * @param deadLetters entries that could not
 * @param ignored entries that rightly hold no flow
 * @param lateFlows flows beyond the disorder that was allowed for
 * @param windows scored windows of the history
 * @param sources distinct sources among them, estimated where many
 * @param sampledWindows windows that the forest, thresholds and baselines come from
 * @param firstEventTime epoch milliseconds
 * @param lastEventTime epoch milliseconds
 * @param seed of every draw
 * @param contamination the share of windows that was to be labelled anomalous
 * @param observedRate the share that is
 * @param droppedFeatures ids of features that were constant or wholly missing
 * @param alerts how many windows a day alert by their score
 * @param hours of the week that the history holds
 */
public record TrainingStatistics(
    String format,
    long entries,
    long flows,
    long deadLetters,
    long ignored,
    long lateFlows,
    long windows,
    long sources,
    long sampledWindows,
    long firstEventTime,
    long lastEventTime,
    long seed,
    double contamination,
    double observedRate,
    List<String> droppedFeatures,
    AlertRate alerts,
    HoursOfWeek hours) {

  /** Keeps a list of its own. */
  public TrainingStatistics {
    droppedFeatures = List.copyOf(droppedFeatures);
  }

  /** Of a model that tells neither its alerts nor its hours. */
  public TrainingStatistics(
      String format,
      long entries,
      long flows,
      long deadLetters,
      long ignored,
      long lateFlows,
      long windows,
      long sources,
      long sampledWindows,
      long firstEventTime,
      long lastEventTime,
      long seed,
      double contamination,
      double observedRate,
      List<String> droppedFeatures) {
    this(
        format,
        entries,
        flows,
        deadLetters,
        ignored,
        lateFlows,
        windows,
        sources,
        sampledWindows,
        firstEventTime,
        lastEventTime,
        seed,
        contamination,
        observedRate,
        droppedFeatures,
        AlertRate.UNKNOWN,
        HoursOfWeek.ALL);
  }
}
