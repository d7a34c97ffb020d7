package dev.weir.cli.backtest;

import dev.weir.file.LogSurvey;
import dev.weir.job.Accounting;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a person what became of every entry, and what was found.
 *
 * @param evaluation empty where none was wanted
 * @param networkWarning where the model was trained with another view of the network
 */
record BacktestSummary(
    LogSurvey survey,
    Accounting accounting,
    Optional<Evaluation> evaluation,
    Optional<String> networkWarning) {

  void print(PrintWriter out) {
    EntrySummary.print(survey, accounting, out);
    out.printf(
        Locale.ROOT,
        "windows   %,d scored, %,d labelled anomalous%n"
            + "incidents %,d opened, %,d closed: %,d alerts, %,d updates suppressed, %,d views of"
            + " the allow-list%n",
        accounting.windows(),
        accounting.anomalous(),
        accounting.incidents().opened(),
        accounting.incidents().closed(),
        accounting.incidents().alerts(),
        accounting.incidents().suppressed(),
        accounting.incidents().allowed());
    evaluation.ifPresent(found -> out.println("evaluated " + found));
    if (accounting.late() > 0) {
      out.println("warning   late flows are out of order beyond --max-disorder");
    }
    networkWarning.ifPresent(warning -> out.println("warning   " + warning));
    accounting.sights().warning().ifPresent(warning -> out.println("warning   " + warning));
    out.flush();
  }
}
