package dev.weir.finding;

import java.util.List;

/**
 * What people should know of a finding; docs/findings.md is made of these.
 *
 * @param id in alerts and options; never changes
 * @param title a few words
 * @param kinds views that it is found in
 * @param tier how much its name says
 * @param baseSeverity severity of as much as is normal at most; {@link Severity} adds to it
 * @param monotone whether its condition, or a harder one, can only grow truer as flows are added,
 *     so that it may speak before a window's end
 * @param ofScanners whether one's own scanners are expected to do it
 * @param ofFlows whether it counts nothing but flows, so that {@code --alert.min-flows} applies;
 *     false of those that weigh bytes as well, since one flow can carry all of them
 * @param techniques by direction
 * @param meaning what is going on
 * @param condition when it holds
 * @param looksLike what one sees in the log
 * @param falsePositives what else looks like it
 * @param advice what to do; sentences that begin with a verb
 */
record Description(
    String id,
    String title,
    List<Kind> kinds,
    Tier tier,
    int baseSeverity,
    boolean monotone,
    boolean ofScanners,
    boolean ofFlows,
    Techniques techniques,
    String meaning,
    String condition,
    String looksLike,
    List<String> falsePositives,
    String advice) {

  /** Keeps lists of its own. */
  Description {
    kinds = List.copyOf(kinds);
    falsePositives = List.copyOf(falsePositives);
  }
}
