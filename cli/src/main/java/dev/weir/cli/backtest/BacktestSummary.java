package dev.weir.cli.backtest;

import dev.weir.file.LogSurvey;
import dev.weir.job.Accounting;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Tells a person what became of every entry, and what was found.
 *
 * @param findings lines on evaluation and comparison, where they were wanted
 * @param warnings of the models, such as where one was trained with another view of the network
 */
record BacktestSummary(
    LogSurvey survey, Accounting accounting, List<String> findings, List<String> warnings) {

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
    findings.forEach(out::println);
    if (accounting.late() > 0) {
      out.println("warning   late flows are out of order beyond --max-disorder");
    }
    warnings.forEach(warning -> out.println("warning   " + warning));
    accounting.sights().warning().ifPresent(warning -> out.println("warning   " + warning));
    out.flush();
  }
}
