package dev.weir.cli.backtest;

import dev.weir.file.LogSurvey;
import dev.weir.job.Accounting;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells a person what became of every entry, and what was found.
 *
 * @param findings lines on evaluation and comparison, where they were wanted
 * @param warnings of the models, such as where one was trained with another view of the network
 */
record BacktestSummary(
    LogSurvey survey, Accounting accounting, List<String> findings, List<String> warnings) {

  void print(PrintWriter out) {
    printEntries(out);
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

  private void printEntries(PrintWriter out) {
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
