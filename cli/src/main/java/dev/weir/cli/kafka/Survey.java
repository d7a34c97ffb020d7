package dev.weir.cli.kafka;

import dev.weir.cli.Progress;
import dev.weir.cli.StopSignal;
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
   * Reads all files once, or as far as it gets before the signal.
   *
   * @throws dev.weir.flow.UserException if their columns differ
   */
  static Survey of(List<Path> files, LogOptions logs, StopSignal stop) {
    List<Measured> measured = new ArrayList<>();
    Columns columns = new Columns();
    long bytes = 0;
    try (Progress progress = Progress.ofBytes("measure", sizeOf(files))) {
      for (Path file : files) {
        try (LogLines in = LogLines.open(file, logs)) {
          long before = bytes;
          measured.add(measure(file, in, stop, () -> progress.to(before + in.bytesRead())));
          columns.add(file, in.columns());
          bytes += in.bytesRead();
        }
      }
    }
    return join(measured);
  }

  private static Survey join(List<Measured> measured) {
    measured.sort(Comparator.comparingLong(Measured::first));
    Disorder whole = new Disorder();
    measured.forEach(one -> whole.addAll(one.disorder));
    return new Survey(
        measured.stream().map(Measured::file).toList(),
        measured.stream().mapToLong(Measured::lines).sum(),
        whole);
  }

  private static Measured measure(Path file, LogLines in, StopSignal stop, Runnable progress) {
    Disorder disorder = new Disorder();
    long lines = 0;
    for (Line line = in.next(); line != null && !stop.isRequested(); line = in.next()) {
      lines++;
      if (line.isFlow()) {
        disorder.add(line.time());
      }
      progress.run();
    }
    return new Measured(file, lines, disorder);
  }

  private static long sizeOf(List<Path> files) {
    long sum = 0;
    for (Path file : files) {
      sum += file.toFile().length();
    }
    return sum;
  }
}
