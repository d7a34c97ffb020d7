package dev.weir.train;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import dev.weir.feature.FeatureVector;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.UserException;
import dev.weir.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What a model is tried on: a share of its history that was held out, and other logs. */
final class Trials {

  private final EvaluationOptions options;
  private final List<Trial> trials = new ArrayList<>();
  private Holdout holdout;
  private Trial heldOut;

  private Trials(EvaluationOptions options) {
    this.options = options;
  }

  /** Of a history that is no log: nothing of it is held out. */
  static Trials ofSeeds(EvaluationOptions options) {
    return new Trials(options);
  }

  /**
   * Reads the other logs, and makes ready for the history.
   *
   * @param bounds which times are believed
   */
  static Trials of(
      EvaluationOptions options,
      FitOptions fit,
      LogSurvey history,
      LogOptions log,
      TimeBounds bounds) {
    Trials trials = new Trials(options);
    if (options.isHeldOut()) {
      trials.holdout = Holdout.of(options, history, fit.window());
      trials.heldOut =
          new Trial(
              fit,
              history.disorder().maxMillis(),
              trials.holdout.text() + ", held out",
              trials.holdout.from());
      trials.trials.add(trials.heldOut);
    }
    if (!options.files().isEmpty()) {
      trials.trials.add(read(options, fit, log, bounds));
    }
    return trials;
  }

  private static Trial read(
      EvaluationOptions options, FitOptions fit, LogOptions log, TimeBounds bounds) {
    LogSurvey survey = LogSurvey.of(options.files(), log, bounds, bytes -> {});
    String names = String.join(", ", options.files().stream().map(Object::toString).toList());
    Trial trial = new Trial(fit, survey.disorder().maxMillis(), names, Long.MIN_VALUE);
    survey.read(trial, bytes -> {});
    trial.end();
    if (trial.windows() == 0) {
      throw new UserException(
          names
              + ": holds no flows to try the model on; name logs of the same format (--evaluate)");
    }
    return trial;
  }

  /** What the history is to be read into, so that what is held out is not trained on. */
  EntryCollector around(EntryCollector trained) {
    return holdout == null ? trained : new Division(holdout.isHeldOut(), trained, heldOut);
  }

  /**
   * The history is over.
   *
   * @throws UserException where nothing of it was held out
   */
  void end() {
    if (heldOut != null) {
      heldOut.end();
      if (heldOut.windows() == 0) {
        throw new UserException(
            "--holdout left no window to try the model on; use a longer history or a larger share");
      }
    }
  }

  /** What trying the model shows; nothing where there is nothing to try it on. */
  List<Figure> evaluation(Model model) {
    return trials.stream().flatMap(trial -> TrialFigures.of(model, trial).stream()).toList();
  }

  /**
   * How far results depend on the seed; nothing where one is enough.
   *
   * @param sample what the model was trained on
   * @param seed its own
   * @param grown a model like it from another seed
   */
  List<Figure> stability(
      Model model, List<FeatureVector> sample, long seed, LongFunction<Model> grown) {
    List<Figure> figures = new ArrayList<>();
    if (options.seeds() > 1) {
      SeedStability seeds = SeedStability.of(model, seed, options.seeds(), grown);
      trials.forEach(trial -> figures.addAll(seeds.figures(trial)));
      figures.add(seeds.agreement("training windows", sample));
    }
    return figures;
  }
}
