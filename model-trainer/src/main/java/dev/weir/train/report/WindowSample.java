package dev.weir.train.report;

import dev.weir.feature.FeatureVector;
import dev.weir.model.ScoredWindow;
import dev.weir.train.Reservoir;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The windows that charts are drawn from: of all a uniform sample, of the normal ones a smaller
 * one, and of the anomalous ones the strangest, which are all of them as long as they are few.
 */
final class WindowSample {

  /** Enough for quantiles and correlations; some 20 MB. */
  static final int ALL = 50_000;

  /** As many points as a chart can show and a page can carry. */
  static final int POINTS = 1_500;

  private static final Comparator<ScoredWindow> BY_SCORE =
      Comparator.comparingDouble(ScoredWindow::score)
          .thenComparing(window -> window.vector().windowStart(), Comparator.reverseOrder())
          .thenComparing(window -> window.vector().source(), Comparator.reverseOrder());

  private final Reservoir<ScoredWindow> all;
  private final Reservoir<ScoredWindow> normal;
  private final PriorityQueue<ScoredWindow> strangest = new PriorityQueue<>(BY_SCORE);
  private long anomalous;

  WindowSample(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    all = new Reservoir<>(ALL, random.split());
    normal = new Reservoir<>(POINTS, random.split());
  }

  void add(ScoredWindow scored) {
    // Evidence is big and no chart shows it.
    ScoredWindow window =
        new ScoredWindow(
            scored.vector(), scored.score(), scored.label(), scored.alerting(), scored.modelId());
    all.add(window);
    if (window.label() != ScoredWindow.ANOMALOUS) {
      normal.add(window);
      return;
    }
    anomalous++;
    strangest.add(window);
    if (strangest.size() > POINTS) {
      strangest.poll();
    }
  }

  List<ScoredWindow> all() {
    return all.sample();
  }

  List<FeatureVector> vectors() {
    return all().stream().map(ScoredWindow::vector).toList();
  }

  List<ScoredWindow> normal() {
    return normal.sample();
  }

  /** Strangest first. */
  List<ScoredWindow> strangest() {
    return strangest.stream().sorted(BY_SCORE.reversed()).toList();
  }

  long seen() {
    return all.seen();
  }

  long normalSeen() {
    return normal.seen();
  }

  long anomalousSeen() {
    return anomalous;
  }
}
