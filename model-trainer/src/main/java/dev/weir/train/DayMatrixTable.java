package dev.weir.train;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Shows a matrix of days to a person, and says which of them are odd. */
record DayMatrixTable(DayMatrix matrix) {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  void print(PrintWriter out) {
    line(
        out,
        "days",
        "a forest of each, and the percent of every day's windows that score above all but %s %% of"
            + " its own",
        percent(matrix.level()));
    printHeader(out);
    for (int fitted = 0; fitted < matrix.days().size(); fitted++) {
      printRow(out, matrix.days().get(fitted).toString(), fitted);
    }
    printMiddle(out);
    printVerdict(out);
  }

  private void printHeader(PrintWriter out) {
    out.printf(Locale.ROOT, "%-12s %11s", "fitted on", "windows");
    matrix.days().forEach(day -> out.printf(Locale.ROOT, " %6s", day.format(SHORT)));
    out.println();
  }

  private void printRow(PrintWriter out, String day, int fitted) {
    out.printf(Locale.ROOT, "%-12s %,11d", day, matrix.windows()[fitted]);
    for (double share : matrix.shares()[fitted]) {
      out.printf(Locale.ROOT, " %6s", percent(share));
    }
    out.println();
  }

  private void printMiddle(PrintWriter out) {
    out.printf(Locale.ROOT, "%-12s %11s", "others'", "median");
    for (int day = 0; day < matrix.days().size(); day++) {
      out.printf(Locale.ROOT, " %6s", percent(matrix.strangeness(day)));
    }
    out.println();
  }

  private void printVerdict(PrintWriter out) {
    List<LocalDate> odd = matrix.odd();
    for (LocalDate day : odd) {
      line(
          out,
          "odd",
          "%s: %s %% of its windows are strange to forests of other days (%s %% are expected); look"
              + " at it before a model is trained on it",
          day,
          percent(matrix.strangeness(matrix.days().indexOf(day))),
          percent(matrix.level()));
    }
    if (matrix.isUnsettled()) {
      line(out, "odd", "most days are strange to each other, so that none is a measure for others");
    } else if (odd.isEmpty()) {
      line(out, "odd", "none: each day is to the others as days of one kind are");
    }
    if (!matrix.leftOut().isEmpty()) {
      line(
          out,
          "left out",
          "%s (fewer than %d windows)",
          String.join(", ", matrix.leftOut().stream().map(LocalDate::toString).toList()),
          DayMatrix.MIN_WINDOWS);
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share >= 0.1 ? "%.1f" : "%.2f", 100 * share);
  }

  private static void line(PrintWriter out, String name, String format, Object... values) {
    out.printf(Locale.ROOT, "%-9s %s%n", name, String.format(Locale.ROOT, format, values));
  }
}
