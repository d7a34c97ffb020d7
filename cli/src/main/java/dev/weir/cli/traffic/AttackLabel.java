package dev.weir.cli.traffic;

import java.time.Instant;

/**
 * What was planted: the truth that alerts are held against.
 *
 * @param attack the kind, such as {@code port-scan}
 * @param srcIp who attacks, and so whose windows are strange
 * @param target whom, as an address or a network
 * @param start its first flow starts no earlier
 * @param end its last flow ends no later
 */
public record AttackLabel(String attack, String srcIp, String target, Instant start, Instant end) {}
