package dev.weir.cli.traffic;

import java.util.Locale;

/** The attacks that are planted. */
enum AttackKind {
  SSH_BRUTE_FORCE,
  RDP_BRUTE_FORCE,
  PORT_SCAN,
  HOST_SWEEP,
  EXFILTRATION,
  BEACONING,
  FLOOD;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in labels and documents. */
  String id() {
    return id;
  }
}
