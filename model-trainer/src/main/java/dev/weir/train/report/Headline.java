package dev.weir.train.report;

import dev.weir.model.TrainingStatistics;
import java.util.List;
import java.util.Locale;

/** The report in a paragraph. */
final class Headline {

  private Headline() {}

  static String of(
      Summary.Input input,
      List<SourceTable.Row> sources,
      List<Cases.Case> cases,
      TrainingStatistics statistics) {
    StringBuilder text = new StringBuilder();
    say(
        text,
        "%,d entries over %s gave %,d flows of %,d sources, in %,d windows of %s.",
        input.entries(),
        input.span(),
        input.flows(),
        input.sources(),
        input.windows(),
        input.window());
    long lost = input.deadLetters() + input.late();
    if (lost > 0) {
      say(
          text,
          " %,d entries could not be used and %,d flows came too late.",
          input.deadLetters(),
          input.late());
    }
    say(
        text,
        " The model calls %,d windows (%.1f %%) of %,d sources anomalous, as it was asked to, and"
            + " would alert on %,d of them by their score.",
        input.anomalousWindows(),
        100.0 * input.anomalousWindows() / Math.max(1, input.windows()),
        input.anomalousSources(),
        input.alertingWindows());
    if (!sources.isEmpty()) {
      SourceTable.Row first = sources.get(0);
      say(text, " Strangest is %s", first.address());
      if (!first.reasons().isEmpty()) {
        say(text, ": %s", first.reasons().get(0).text());
      }
      text.append('.');
    }
    if (cases.isEmpty()) {
      text.append(" No finding of the catalogue holds: what is strange here has no name.");
    } else {
      Cases.Case worst = cases.get(0);
      say(
          text,
          " Most severe of what has a name: %s, %s (severity %d).",
          worst.title(),
          worst.who(),
          worst.severity());
    }
    if (statistics.windows() < 1000) {
      text.append(" With fewer than 1,000 windows take all of this as a hint, not as a measure.");
    }
    return text.toString();
  }

  private static void say(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
