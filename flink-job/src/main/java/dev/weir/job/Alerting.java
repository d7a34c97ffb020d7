package dev.weir.job;

import dev.weir.alert.IncidentSettings;
import dev.weir.finding.FindingOptions;
import dev.weir.network.Network;

/**
 * What is found, and when it is told.
 *
 * @param network where sources and targets lie
 * @param early whether windows are looked at while they are open
 * @param reproducible whether alerts carry event time as the time at which they were told
 */
public record Alerting(
    FindingOptions findings,
    IncidentSettings incidents,
    Network network,
    boolean early,
    boolean reproducible) {

  /** A window is looked at once it has so many flows, and again whenever they have doubled. */
  private static final long EARLY_BASE = 16;

  long earlyBase() {
    return early ? EARLY_BASE : 0;
  }
}
