package dev.weir.evaluation;

import dev.weir.flow.Truth;
import dev.weir.model.ScoredWindow;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Takes scored windows one by one and holds them against their truth in the end. */
public final class Evaluator {

  private final DoubleStream.Builder scores = DoubleStream.builder();
  private final BitSet attacks = new BitSet();
  private final SortedMap<String, AttackRecall> byName = new TreeMap<>();
  private int known;
  private long unknown;
  private final Count labelled = new Count();
  private final Count alerting = new Count();

  /** Starts without windows. */
  public Evaluator() {}

  /** What a threshold cut off so far. */
  private static final class Count {
    private long above;
    private long right;

    void add(boolean isAbove, boolean isAttack) {
      above += isAbove ? 1 : 0;
      right += isAbove && isAttack ? 1 : 0;
    }

    Cut of(long anomalous) {
      return new Cut(above, right, anomalous);
    }
  }

  /**
   * Takes a window.
   *
   * @param names of the attacks that it holds flows of, where labels name them
   */
  public void add(ScoredWindow window, Set<String> names) {
    add(
        window.score(),
        window.label() == ScoredWindow.ANOMALOUS,
        window.alerting(),
        window.vector().truth(),
        names);
  }

  /**
   * Takes a window by what was said of it.
   *
   * @param isLabelled whether the model labels it anomalous
   * @param isAlerting whether its score is beyond the alert threshold
   * @param names of the attacks that it holds flows of, where labels name them
   */
  public void add(
      double score, boolean isLabelled, boolean isAlerting, Truth truth, Set<String> names) {
    if (truth == Truth.UNKNOWN) {
      unknown++;
      return;
    }
    boolean attack = truth == Truth.ANOMALOUS;
    scores.add(score);
    attacks.set(known, attack);
    known++;
    labelled.add(isLabelled, attack);
    alerting.add(isAlerting, attack);
    for (String name : names) {
      byName.merge(
          name, new AttackRecall(name, 1, isLabelled ? 1 : 0, isAlerting ? 1 : 0), Evaluator::sum);
    }
  }

  private static AttackRecall sum(AttackRecall one, AttackRecall other) {
    return new AttackRecall(
        one.name(),
        one.windows() + other.windows(),
        one.labelled() + other.labelled(),
        one.alerting() + other.alerting());
  }

  /** What came of all windows. */
  public Evaluation evaluate() {
    boolean[] anomalous = new boolean[known];
    for (int i = 0; i < known; i++) {
      anomalous[i] = attacks.get(i);
    }
    Ranking ranking = Ranking.of(scores.build().toArray(), anomalous);
    long positives = attacks.cardinality();
    return new Evaluation(
        known,
        unknown,
        ranking.areaUnderRoc(),
        ranking.averagePrecision(),
        labelled.of(positives),
        alerting.of(positives),
        List.copyOf(byName.values()));
  }
}
