package dev.weir.explain;

import java.util.List;

/**
 * Why something was found.
 *
 * @param reasons what sets it apart, strangest first
 * @param counter null where no change of a single feature would do, or no forest spoke
 */
public record Explanation(List<Reason> reasons, CounterEvidence counter) {

  /** Of nothing. */
  public static final Explanation NONE = new Explanation(List.of(), null);

  /** Keeps a list of its own. */
  public Explanation {
    reasons = List.copyOf(reasons);
  }
}
