package dev.weir.train;

import dev.weir.evaluation.Evaluation;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far results depend on the seed that a forest is grown from.
 *
 * @param models of one history, from seeds that follow each other
 */
record SeedStability(List<Model> models) {

  /** So many windows an analyst may look at. */
  private static final int TOP = 20;

  /** Keeps a list of its own. */
  SeedStability {
    models = List.copyOf(models);
  }

  /**
   * Grows models like one.
   *
   * @param seed of that one
   * @param seeds how many there are in all
   */
  static SeedStability of(Model model, long seed, int seeds, LongFunction<Model> grown) {
    List<Model> models = new ArrayList<>();
    models.add(model);
    for (int i = 1; i < seeds; i++) {
      models.add(grown.apply(seed + i));
    }
    return new SeedStability(models);
  }

  /** What varies of how well a trial's attacks are told, and of what is strangest in it. */
  List<Figure> figures(Trial trial) {
    List<Evaluation> found =
        models.stream().map(model -> TrialFigures.evaluate(model, trial)).toList();
    List<Figure> figures = new ArrayList<>();
    if (found.get(0).reservation().isEmpty()) {
      figures.add(spread("AUROC", found, Evaluation::auroc));
      figures.add(spread("AUPRC", found, Evaluation::auprc));
    }
    figures.add(agreement(trial.text(), trial.sample()));
    return figures;
  }

  private Figure spread(String name, List<Evaluation> found, ToDoubleFunction<Evaluation> of) {
    double[] values = found.stream().mapToDouble(of).toArray();
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Figure(
        name + " over " + models.size() + " seeds",
        String.format(
            Locale.ROOT,
            "mean %.4f, standard deviation %.4f",
            mean,
            Math.sqrt(squares / (values.length - 1))),
        "how far it depends on the seed");
  }

  /** On how many of the strangest windows the forests of all seeds agree. */
  Figure agreement(String of, List<FeatureVector> windows) {
    Set<Integer> all = new HashSet<>(strangest(models.get(0), windows));
    models.stream().skip(1).forEach(model -> all.retainAll(strangest(model, windows)));
    return new Figure(
        "top " + TOP + " over " + models.size() + " seeds",
        String.format(
            Locale.ROOT,
            "%d of %d windows are among the strangest by every seed (%s)",
            all.size(),
            Math.min(TOP, windows.size()),
            of),
        "whether an analyst would be shown the same windows, whatever the seed");
  }

  private static List<Integer> strangest(Model model, List<FeatureVector> windows) {
    double[] scores = windows.stream().mapToDouble(window -> model.score(window).score()).toArray();
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
        .limit(TOP)
        .toList();
  }
}
