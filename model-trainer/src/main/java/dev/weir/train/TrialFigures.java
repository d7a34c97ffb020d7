package dev.weir.train;

import dev.weir.evaluation.AttackRecall;
import dev.weir.evaluation.Cut;
import dev.weir.evaluation.Evaluation;
import dev.weir.evaluation.Evaluator;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a model makes of windows that it was not trained on, in rows for a person. */
final class TrialFigures {

  private final Trial trial;
  private final List<Figure> figures = new ArrayList<>();

  private TrialFigures(Trial trial) {
    this.trial = trial;
  }

  static List<Figure> of(Model model, Trial trial) {
    TrialFigures figures = new TrialFigures(trial);
    figures.add(model);
    return figures.figures;
  }

  /** The scores of a trial's windows, held against their labels. */
  static Evaluation evaluate(Model model, Trial trial) {
    Evaluator evaluator = new Evaluator();
    for (FeatureVector vector : trial.sample()) {
      evaluator.add(model.score(vector), trial.attacksIn(vector));
    }
    return evaluator.evaluate();
  }

  private void add(Model model) {
    List<FeatureVector> sample = trial.sample();
    add(
        "tried on",
        "windows that the model was not trained on",
        "%s: %,d windows%s",
        trial.text(),
        trial.windows(),
        sample.size() < trial.windows()
            ? String.format(Locale.ROOT, ", a sample of %,d", sample.size())
            : "");
    addRates(sample.stream().map(model::score).toList());
    Evaluation found = evaluate(model, trial);
    if (!found.reservation().isEmpty()) {
      add("truth", "what labels say", "%s", found.reservation());
    }
    if (found.windows() > 0) {
      addTruth(found);
    }
  }

  private void addRates(List<ScoredWindow> windows) {
    long labelled = windows.stream().filter(w -> w.label() == ScoredWindow.ANOMALOUS).count();
    long alerting = windows.stream().filter(ScoredWindow::alerting).count();
    add(
        "rates",
        "how much of traffic that the model has not seen is above its thresholds",
        "%.2f %% labelled anomalous, %.2f %% above the alert threshold",
        100.0 * labelled / windows.size(),
        100.0 * alerting / windows.size());
  }

  private void addTruth(Evaluation found) {
    boolean both = found.anomalous() > 0 && found.anomalous() < found.windows();
    add(
        "windows with attacks",
        "the share that chance would find among whatever it calls strange",
        "%,d of %,d (%.2f %%)",
        found.anomalous(),
        found.windows(),
        100 * found.prevalence());
    if (both) {
      add(
          "AUROC",
          "of pairs of a window with an attack and one without, the share in the right order",
          "%.4f (by chance %.1f)",
          found.auroc(),
          Evaluation.AUROC_BY_CHANCE);
      add(
          "AUPRC",
          "precision over all thresholds, on average",
          "%.4f (by chance %.4f)",
          found.auprc(),
          found.prevalence());
    }
    add("labels", "precision and recall of what is labelled anomalous", "%s", text(found.labels()));
    add("alerts", "the same above the alert threshold", "%s", text(found.alerts()));
    found.attacks().forEach(this::add);
  }

  private void add(AttackRecall attack) {
    add(
        "attack " + attack.name(),
        "recall of attacks that have this label",
        "%,d windows, %s labelled anomalous, %s above the alert threshold",
        attack.windows(),
        percent(attack.labelled(), attack.windows()),
        percent(attack.alerting(), attack.windows()));
  }

  private static String text(Cut cut) {
    return String.format(
        Locale.ROOT,
        "precision %s, recall %s: %,d windows, %,d with attacks",
        percent(cut.right(), cut.above()),
        percent(cut.right(), cut.anomalous()),
        cut.above(),
        cut.right());
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "unknown" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private void add(String name, String meaning, String format, Object... values) {
    figures.add(new Figure(name, String.format(Locale.ROOT, format, values), meaning));
  }
}
