package dev.weir.train;

import dev.weir.decode.LogOptions;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.UserException;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.TrainingStatistics;
import dev.weir.network.NetworkSettings;
import dev.weir.vector.VectorReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The trainer's way from files to a model: measure the disorder, read again through the windows
 * with it, fit to the sample.
 */
final class Trainer {

  /** What a model of vectors says of its logs' format. */
  private static final String VECTORS = "vectors";

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
    return fit(history, log.format().id(), log.network().settings());
  }

  /**
   * Trains on windows that were measured elsewhere.
   *
   * @param network how their flows were placed
   * @param progress is told the bytes read
   */
  TrainedModel trainOnVectors(List<Path> inputs, NetworkSettings network, LongConsumer progress) {
    History history = new History(options, 0);
    new VectorReader(history).read(inputs, progress);
    return fit(history, VECTORS, network);
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

  private TrainedModel fit(History history, String format, NetworkSettings network) {
    List<FeatureVector> sample = history.vectors().sample();
    FeatureSelection selection = FeatureSelection.of(options.features(), sample);
    Fitter fitter = new Fitter(options, sample, selection.kept());
    Fitter.Fit fit = fitter.fit();
    TrainingStatistics statistics =
        statistics(history, format, selection, sample.size(), fit.observedRate());
    Model model =
        ModelFile.identified(
            new Model(
                "",
                options.window(),
                options.settings(),
                network,
                fitter.transform(),
                fit.segment(),
                history.frequencies(),
                history.targets(),
                statistics));
    List<String> warnings = new ArrayList<>(selection.warnings());
    warnings.addAll(warnings(history));
    return new TrainedModel(
        model, history.sights(), history.setAside(), history.repairs(), warnings);
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
    if (history.attackedWindows() > 0) {
      warnings.add(
          String.format(
              "%,d of %,d windows are labelled as attacks, so that the model takes attacks for"
                  + " normal; train on clean history",
              history.attackedWindows(), history.vectors().seen()));
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
      History history,
      String format,
      FeatureSelection selection,
      int sampled,
      double observedRate) {
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
        observedRate,
        selection.dropped().stream().map(Feature::id).toList());
  }
}
