package dev.weir.cli.backtest;

import dev.weir.file.LogSurvey;
import dev.weir.job.Accounting;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Tells a person what became of every entry, and what was found. */
final class BacktestSummary {

  private BacktestSummary() {}

  /**
   * Prints it.
   *
   * @param evaluation null where none was wanted
   */
  static void print(LogSurvey survey, Accounting of, Evaluation evaluation, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "entries   %,d: %,d flows, %,d dead letters%s, %,d ignored%s%n",
        of.entries(),
        of.decoded(),
        of.deadLetterCount(),
        reasons(of.deadLetters()),
        of.ignoredCount(),
        reasons(of.ignored()));
    out.printf(Locale.ROOT, "flows     %,d windowed, %,d late", of.windowed(), of.late());
    if (of.setAsideCount() > 0) {
      out.printf(Locale.ROOT, ", %,d set aside%s", of.setAsideCount(), reasons(of.setAside()));
    }
    out.println();
    if (!survey.repairs().isEmpty()) {
      out.println("repaired  flows by what was mended " + survey.repairs());
    }
    out.printf(
        Locale.ROOT,
        "windows   %,d scored, %,d labelled anomalous, %,d alerts%n",
        of.windows(),
        of.anomalous(),
        of.alerts());
    if (evaluation != null) {
      out.println("evaluated " + evaluation);
    }
    if (of.late() > 0) {
      out.println("warning   late flows are out of order beyond --max-disorder");
    }
    out.flush();
  }

  private static String reasons(Map<?, Long> counts) {
    return counts.isEmpty() ? "" : " " + counts;
  }
}
