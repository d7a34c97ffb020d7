package dev.weir.evaluation;

import dev.weir.feature.SourceKey;
import java.util.Set;

/**
 * An attack by one source, from its first flow to its last.
 *
 * @param name as the labels have it
 * @param start of its first flow, epoch milliseconds
 * @param end of its last flow, epoch milliseconds
 * @param targets addresses that it went to; of many the first
 */
public record AttackSpan(SourceKey source, String name, long start, long end, Set<String> targets) {

  /** Keeps a set of its own. */
  public AttackSpan {
    targets = Set.copyOf(targets);
  }

  /**
   * Whether something that was seen then is this attack, or its victim's side of it.
   *
   * @param address of the source; null where it is told of a target only
   * @param target address; null where there is none
   * @param firstSeen epoch milliseconds
   * @param lastSeen epoch milliseconds
   */
  public boolean matches(String address, String target, long firstSeen, long lastSeen) {
    boolean party =
        address == null
            ? target != null && targets.contains(target)
            : source.address().equals(address);
    return party && firstSeen <= end && lastSeen >= start;
  }
}
