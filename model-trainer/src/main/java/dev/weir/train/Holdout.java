package dev.weir.train;

import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.file.LogSurvey;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.UserException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which flows of a history a model is not trained on but tried on.
 *
 * @param isHeldOut whether a flow is on that side
 * @param from start of the first window that is whole on that side, epoch milliseconds
 * @param text what is held out, in words
 */
record Holdout(Predicate<FlowRecord> isHeldOut, long from, String text) {

  /** As many shares of sources as there are to choose from. */
  private static final int SHARES = 1000;

  /**
   * The division that the options ask for.
   *
   * @throws UserException where nothing would be left on one side
   */
  static Holdout of(EvaluationOptions options, LogSurvey survey, WindowSpec window) {
    return options.by() == EvaluationOptions.By.SOURCE
        ? bySource(options.holdout())
        : byTime(options.holdout(), TimeSpan.of(survey), window);
  }

  private static Holdout bySource(double share) {
    int shares = (int) Math.max(1, Math.round(SHARES * share));
    return new Holdout(
        flow -> SourceKey.of(flow).share(SHARES) < shares,
        Long.MIN_VALUE,
        String.format(Locale.ROOT, "%.1f %% of the sources", 100.0 * shares / SHARES));
  }

  /** The last windows, whole ones. */
  private static Holdout byTime(double share, TimeSpan span, WindowSpec window) {
    long from = window.lastStart(span.at(1 - share));
    if (from <= span.first()) {
      throw new UserException(
          "--holdout leaves no window of "
              + window
              + " to train on; use a longer history, a smaller share or a shorter --window");
    }
    return new Holdout(
        flow -> flow.eventTime() >= from, from, "what came from " + Instant.ofEpochMilli(from));
  }
}
