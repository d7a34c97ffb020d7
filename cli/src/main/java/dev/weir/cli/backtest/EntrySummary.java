package dev.weir.cli.backtest;

import dev.weir.file.LogSurvey;
import dev.weir.job.Accounting;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Tells a person what became of every entry. */
final class EntrySummary {

  private EntrySummary() {}

  static void print(LogSurvey survey, Accounting accounting, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "entries   %,d: %,d flows, %,d dead letters%s, %,d ignored%s%n",
        accounting.entries(),
        accounting.decoded(),
        accounting.deadLetterCount(),
        reasons(accounting.deadLetters()),
        accounting.ignoredCount(),
        reasons(accounting.ignored()));
    out.printf(
        Locale.ROOT,
        "flows     %,d windowed, %,d late, %,d set aside%s%n",
        accounting.windowed(),
        accounting.late(),
        accounting.setAsideCount(),
        reasons(accounting.setAside()));
    if (!survey.repairs().isEmpty()) {
      out.println("repaired  flows by what was mended " + survey.repairs());
    }
    accounting.sights().summary().ifPresent(summary -> out.println("network   " + summary));
  }

  private static String reasons(Map<?, Long> counts) {
    return counts.isEmpty() ? "" : " " + counts;
  }
}
