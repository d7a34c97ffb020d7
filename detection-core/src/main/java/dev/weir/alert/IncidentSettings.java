package dev.weir.alert;

/**
 * When incidents open and close.
 *
 * @param minSeverity what is less severe opens none, though it keeps an open one from closing
 * @param sureSeverity what is less severe opens an incident with its second window only
 * @param quiet milliseconds of event time without anything found after which an incident closes
 * @param memory milliseconds of event time for which a closed one is remembered: what is found
 *     meanwhile opens it again, under its id
 * @param hindsight milliseconds of event time that a closing waits for word of what was not seen of
 *     the quiet period; 0 where logs tell of no gaps
 */
public record IncidentSettings(
    int minSeverity, int sureSeverity, long quiet, long memory, long hindsight) {

  /** Refuses what makes no sense. */
  public IncidentSettings {
    requireSeverity(minSeverity);
    requireSeverity(sureSeverity);
    if (quiet <= 0 || memory < 0 || hindsight < 0) {
      throw new IllegalArgumentException(
          "quiet for " + quiet + " ms, remembered " + memory + ", waited for " + hindsight);
    }
  }

  private static void requireSeverity(int severity) {
    if (severity < 0 || severity > 100) {
      throw new IllegalArgumentException("severities are 0 to 100, not " + severity);
    }
  }
}
