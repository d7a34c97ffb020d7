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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The trainer's way from files to a model: measure the disorder, read again through the windows
 * with it, fit to the sample.
 */
final class Trainer {

  private final FitOptions options;

  Trainer(FitOptions options) {
    this.options = options;
  }

  /**
   * Trains on files.
   *
   * @param bounds which times are believed
   * @param progress is told the bytes read, over both passes
   */
  TrainedModel train(List<Path> inputs, LogOptions log, TimeBounds bounds, LongConsumer progress) {
    LogSurvey survey = LogSurvey.of(inputs, log, bounds, progress);
    History history = new History(options, survey.disorder().maxMillis());
    survey.read(history, bytes -> progress.accept(survey.bytes() + bytes));
    history.end();
    if (history.flows() == 0) {
      throw new UserException(noFlows(inputs, history, log));
    }
    return fit(history, log);
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

  private TrainedModel fit(History history, LogOptions log) {
    List<FeatureVector> sample = history.vectors().sample();
    FeatureSelection selection = FeatureSelection.of(options.features(), sample);
    Segmentation by = Sources.segmentation(log.network().network(), history.servers(), sample);
    Fitter fitter =
        new Fitter(options, sample, selection.kept(), by, budget(history, sample.size()));
    Fitter.Fit fit = fitter.fit();
    TrainingStatistics statistics = statistics(history, log, selection, sample.size(), fit);
    Model model =
        ModelFile.identified(
            new Model(
                "",
                options.window(),
                options.settings(),
                log.network().settings(),
                fitter.transform(),
                fit.segments(),
                history.frequencies(),
                history.targets(),
                statistics));
    List<String> warnings = new ArrayList<>(selection.warnings());
    warnings.addAll(warnings(history));
    warnings.addAll(fit.warnings());
    return new TrainedModel(
        model, history.sights(), history.setAside(), history.repairs(), warnings);
  }

  private AlertBudget budget(History history, int sampled) {
    double days =
        history
            .hours()
            .days(history.firstEventTime(), history.lastEventTime(), options.window().size());
    return new AlertBudget(options.alertBudget(), days, history.vectors().seen(), sampled);
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
    if (history.lateFlows() > 0) {
      warnings.add(
          String.format(
              "%,d of %,d flows are out of order beyond --max-disorder and were left out as late",
              history.lateFlows(), history.flows()));
    }
    if (history.attacks() > 0) {
      warnings.add(
          String.format(
              "%,d of %,d flows are labelled as attacks, so that the model takes attacks for normal;"
                  + " train on clean history",
              history.attacks(), history.flows()));
    }
    history.sights().warning().ifPresent(warnings::add);
    if (history.vectors().seen() < 1000) {
      warnings.add(
          String.format(
              "the history gives %,d windows only; below 1,000 a model is a guess",
              history.vectors().seen()));
    }
    return warnings;
  }

  private TrainingStatistics statistics(
      History history, LogOptions log, FeatureSelection selection, int sampled, Fitter.Fit fit) {
    return new TrainingStatistics(
        log.format().id(),
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
