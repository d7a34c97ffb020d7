package dev.weir.alert;

/**
 * When incidents open and close.
 *
 * @param minSeverity what is less severe opens none, though it keeps an open one from closing
 * @param quiet milliseconds of event time without anything found after which an incident closes
 * @param memory milliseconds of event time for which a closed one is remembered: what is found
 *     meanwhile opens it again, under its id
 */
public record IncidentSettings(int minSeverity, long quiet, long memory) {

  /** Refuses what makes no sense. */
  public IncidentSettings {
    if (minSeverity < 0 || minSeverity > 100) {
      throw new IllegalArgumentException("severities are 0 to 100, not " + minSeverity);
    }
    if (quiet <= 0 || memory < 0) {
      throw new IllegalArgumentException("quiet for " + quiet + " ms, remembered " + memory);
    }
  }
}
