package dev.weir.feature;

import java.util.List;

/**
 * What the user may set about the features themselves. A model carries its settings, so that the
 * job measures what the trainer measured.
 *
 * @param criticalPorts the ports of critical_port_share
 * @param shortFlowMillis the longest duration that counts as short, 0 and up
 */
public record FeatureSettings(PortSet criticalPorts, long shortFlowMillis) {

  /** Refuses a length that no flow has. */
  public FeatureSettings {
    if (shortFlowMillis < 0) {
      throw new IllegalArgumentException("short flows of " + shortFlowMillis + " ms");
    }
  }

  /** Remote control, file shares, directories and data stores: what attackers move through. */
  public static final PortSet DEFAULT_CRITICAL_PORTS =
      PortSet.of(
          List.of(
              21, 22, 23, 135, 139, 389, 445, 636, 1433, 1521, 3306, 3389, 5432, 5900, 5985, 5986,
              6379, 9200, 11211, 27017));

  /** Connections shorter than a second have seldom done any work. */
  public static final long DEFAULT_SHORT_FLOW_MILLIS = 1000;

  /** Settings as they are without options. */
  public static final FeatureSettings DEFAULT =
      new FeatureSettings(DEFAULT_CRITICAL_PORTS, DEFAULT_SHORT_FLOW_MILLIS);
}
