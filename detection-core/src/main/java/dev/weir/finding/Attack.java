package dev.weir.finding;

/** The techniques of MITRE ATT&amp;CK that findings name. */
final class Attack {

  private static final String HIGH = "high";
  private static final String MEDIUM = "medium";
  private static final String LOW = "low";

  static final Technique EXFILTRATION =
      new Technique("T1048", "Exfiltration Over Alternative Protocol", MEDIUM);
  static final Technique TAKING =
      new Technique("T1048", "Exfiltration Over Alternative Protocol", LOW);
  static final Technique WEB_EXFILTRATION =
      new Technique("T1567", "Exfiltration Over Web Service", LOW);
  static final Technique GUESSING = new Technique("T1110", "Brute Force", HIGH);
  static final Technique SSH = new Technique("T1021.004", "Remote Services: SSH", MEDIUM);
  static final Technique RDP =
      new Technique("T1021.001", "Remote Services: Remote Desktop Protocol", MEDIUM);
  static final Technique SERVICE_DISCOVERY =
      new Technique("T1046", "Network Service Discovery", HIGH);
  static final Technique SYSTEM_DISCOVERY = new Technique("T1018", "Remote System Discovery", HIGH);
  static final Technique ACTIVE_SCANNING = new Technique("T1595", "Active Scanning", HIGH);
  static final Technique BLOCK_SCANNING =
      new Technique("T1595.001", "Active Scanning: Scanning IP Blocks", HIGH);
  static final Technique VULNERABILITY_SCANNING =
      new Technique("T1595.002", "Active Scanning: Vulnerability Scanning", MEDIUM);
  static final Technique WEB_COMMAND =
      new Technique("T1071.001", "Application Layer Protocol: Web Protocols", MEDIUM);
  static final Technique COMMAND = new Technique("T1071", "Application Layer Protocol", LOW);
  static final Technique NETWORK_FLOOD =
      new Technique("T1498", "Network Denial of Service", MEDIUM);
  static final Technique UNUSUAL_PORT = new Technique("T1571", "Non-Standard Port", LOW);

  private Attack() {}
}
