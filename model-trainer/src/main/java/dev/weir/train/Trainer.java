package dev.weir.train;

import dev.weir.decode.LogOptions;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.UserException;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.Segmentation;
import dev.weir.model.TrainingStatistics;
import dev.weir.model.Transform;
import dev.weir.network.NetworkOptions;
import dev.weir.vector.VectorReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * The trainer's way from files to a model: measure the disorder, read again through the windows
 * with it, fit to the sample.
 */
final class Trainer {

  /** What a model of vectors says of its logs' format. */
  private static final String VECTORS = "vectors";

  private final FitOptions options;
  private final EvaluationOptions evaluation;

  /**
   * Fits by those options.
   *
   * @param evaluation what the model is tried on
   */
  Trainer(FitOptions options, EvaluationOptions evaluation) {
    this.options = options;
    this.evaluation = evaluation;
  }

  /**
   * Trains on files.
   *
   * @param survey of the first pass over them
   * @param bounds which times are believed
   * @param progress is told the bytes read, over both passes
   */
  TrainedModel train(
      List<Path> inputs,
      LogSurvey survey,
      LogOptions log,
      TimeBounds bounds,
      LongConsumer progress) {
    History history = new History(options, survey.disorder().maxMillis());
    Trials trials = Trials.of(evaluation, options, survey, log, bounds);
    survey.read(trials.around(history), bytes -> progress.accept(survey.bytes() + bytes));
    history.end();
    if (history.flows() == 0) {
      throw new UserException(noFlows(inputs, history, log));
    }
    trials.end();
    return fit(history, log.format().id(), log.network(), trials);
  }

  /**
   * Trains on windows that were measured elsewhere.
   *
   * @param network how their flows were placed
   * @param progress is told the bytes read
   */
  TrainedModel trainOnVectors(List<Path> inputs, NetworkOptions network, LongConsumer progress) {
    History history = new History(options, 0);
    new VectorReader(history).read(inputs, progress);
    return fit(history, VECTORS, network, Trials.ofSeeds(evaluation));
  }

  private static String noFlows(List<Path> inputs, History history, LogOptions log) {
    String names = String.join(", ", inputs.stream().map(Path::toString).toList());
    if (history.entries() == 0) {
      return names + ": holds no entries; name files with logs (--input)";
    }
    return String.format(
        "%s: none of %,d entries is a flow (dead letters %s, ignored %d); is --format %s right?",
        names, history.entries(), history.deadLetters(), history.ignored(), log.format());
  }

  private TrainedModel fit(History history, String format, NetworkOptions network, Trials trials) {
    List<FeatureVector> sample = history.vectors().sample();
    FeatureSelection selection = FeatureSelection.of(options.features(), sample);
    Segmentation by = Sources.segmentation(network.network(), history.servers(), sample);
    AlertBudget budget = budget(history, sample.size(), options.alertBudget());
    Fitter fitter = new Fitter(options, sample, selection.kept(), by, budget);
    Fitter.Fit fit = fitter.fit();
    Transform transform = fitter.transform();
    Model model = model(history, format, network, selection, transform, fit);
    // Of other seeds only scores are compared, and no threshold.
    AlertBudget none = budget(history, sample.size(), 0);
    LongFunction<Model> grown =
        seed ->
            model(
                history,
                format,
                network,
                selection,
                transform,
                new Fitter(options.withSeed(seed), sample, selection.kept(), by, none).fit());
    List<String> warnings = new ArrayList<>(selection.warnings());
    warnings.addAll(warnings(history));
    warnings.addAll(fit.warnings());
    warnings.addAll(TrainingWarnings.of(model.statistics(), sample, selection.kept()));
    return new TrainedModel(
        model,
        history.sights(),
        history.setAside(),
        history.repairs(),
        warnings,
        trials.evaluation(model),
        trials.stability(model, sample, options.seed(), grown));
  }

  private Model model(
      History history,
      String format,
      NetworkOptions network,
      FeatureSelection selection,
      Transform transform,
      Fitter.Fit fit) {
    return ModelFile.identified(
        new Model(
            "",
            options.window(),
            options.settings(),
            network.settings(),
            transform,
            fit.segments(),
            history.frequencies(),
            history.targets(),
            statistics(history, format, selection, history.vectors().sample().size(), fit)));
  }

  private AlertBudget budget(History history, int sampled, double windowsADay) {
    double days =
        history
            .hours()
            .days(history.firstEventTime(), history.lastEventTime(), options.window().size());
    return new AlertBudget(windowsADay, days, history.vectors().seen(), sampled);
  }

  private List<String> warnings(History history) {
    List<String> warnings = new ArrayList<>();
    if (history.longRecords() * 100 > history.flows()) {
      warnings.add(
          String.format(
              "%,d of %,d flows last longer than the window of %s, so that windows see only parts"
                  + " of them; choose a longer --window",
              history.longRecords(), history.flows(), options.window()));
    }
    if (history.attacks() > 0) {
      warnings.add(
          String.format(
              "%,d of %,d flows are labelled as attacks, so that the model takes attacks for normal;"
                  + " train on clean history",
              history.attacks(), history.flows()));
    }
    if (history.attackedWindows() > 0) {
      warnings.add(
          String.format(
              "%,d of %,d windows are labelled as attacks, so that the model takes attacks for"
                  + " normal; train on clean history",
              history.attackedWindows(), history.vectors().seen()));
    }
    history.sights().warning().ifPresent(warnings::add);
    return warnings;
  }

  private TrainingStatistics statistics(
      History history, String format, FeatureSelection selection, int sampled, Fitter.Fit fit) {
    return new TrainingStatistics(
        format,
        history.entries(),
        history.flows(),
        history.deadLetterCount(),
        history.ignored(),
        history.lateFlows(),
        history.vectors().seen(),
        history.sources(),
        sampled,
        history.firstEventTime(),
        history.lastEventTime(),
        options.seed(),
        options.contamination(),
        fit.observedRate(),
        selection.dropped().stream().map(Feature::id).toList(),
        fit.alerts(),
        history.hours().ofWeek());
  }
}
