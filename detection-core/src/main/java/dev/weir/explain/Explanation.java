package dev.weir.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Why something was found.
 *
 * @param reasons what sets it apart, strangest first; {@link #MAX_REASONS} at most
 * @param counter null where no change of a single feature would do, or no forest spoke
 */
public record Explanation(List<Reason> reasons, CounterEvidence counter) {

  /** An explanation gives so many reasons at most: more are read by nobody. */
  public static final int MAX_REASONS = 5;

  /** Of nothing. */
  public static final Explanation NONE = new Explanation(List.of(), null);

  /** Keeps a list of its own; refuses one that is too long for state and messages. */
  public Explanation {
    if (reasons.size() > MAX_REASONS) {
      throw new IllegalArgumentException(reasons.size() + " reasons");
    }
    reasons = List.copyOf(reasons);
  }

  /** The same with another reason before the others; the last falls out where there is no room. */
  public Explanation led(Reason first) {
    return new Explanation(List.of(first), null).followedBy(this);
  }

  /** The same with another reason behind the first; the last falls out where there is no room. */
  public Explanation and(Reason second) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(Math.min(1, all.size()), second);
    return new Explanation(all.subList(0, Math.min(all.size(), MAX_REASONS)), counter);
  }

  /** The same with another reason as the last of so many at most. */
  Explanation last(Reason last, int most) {
    List<Reason> all = new ArrayList<>(reasons.subList(0, Math.min(reasons.size(), most - 1)));
    all.add(last);
    return new Explanation(all, counter);
  }

  /** The same with another's reasons behind, as far as there is room, and its counter-evidence. */
  public Explanation followedBy(Explanation other) {
    List<Reason> all = new ArrayList<>(reasons);
    all.addAll(other.reasons);
    return new Explanation(all.subList(0, Math.min(all.size(), MAX_REASONS)), other.counter);
  }
}
