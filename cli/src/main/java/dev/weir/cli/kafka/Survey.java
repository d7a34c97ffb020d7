package dev.weir.cli.kafka;

import dev.weir.flow.Disorder;
import dev.weir.flow.LogOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a first pass over the input finds out for the second.
 *
 * @param files in the order of their first flows, which is hardly ever that of their names
 * @param lines messages to send
 * @param disorder of the files read in that order
 */
record Survey(List<Path> files, long lines, Disorder disorder) {

  private record Measured(Path file, long lines, Disorder disorder) {
    long first() {
      return disorder.isEmpty() ? Line.NO_TIME : disorder.first();
    }
  }

  /**
   * Reads all files once.
   *
   * @throws dev.weir.flow.UserException if their columns differ
   */
  static Survey of(List<Path> files, LogOptions logs) {
    List<Measured> measured = new ArrayList<>();
    Columns columns = new Columns();
    for (Path file : files) {
      measured.add(measure(file, logs, columns));
    }
    measured.sort(Comparator.comparingLong(Measured::first));
    Disorder whole = new Disorder();
    measured.forEach(one -> whole.addAll(one.disorder));
    return new Survey(
        measured.stream().map(Measured::file).toList(),
        measured.stream().mapToLong(Measured::lines).sum(),
        whole);
  }

  private static Measured measure(Path file, LogOptions logs, Columns columns) {
    Disorder disorder = new Disorder();
    long lines = 0;
    try (LogLines in = LogLines.open(file, logs)) {
      for (Line line = in.next(); line != null; line = in.next()) {
        lines++;
        if (line.isFlow()) {
          disorder.add(line.time());
        }
      }
      columns.add(file, in.columns());
    }
    return new Measured(file, lines, disorder);
  }
}
