package dev.weir.cli.backtest;

import dev.weir.command.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The files that a backtest writes; all but the scores may be null, for nowhere.
 *
 * @param scores scored windows, by window_start and src_ip
 * @param alerts alerts, in the same order
 * @param deadLetters dead letters, as they come
 * @param lateFlows late flows, as they come
 * @param evaluation scores compared with labels
 */
record BacktestOutputs(
    Path scores, Path alerts, Path deadLetters, Path lateFlows, Path evaluation) {

  /** Those that are wanted. */
  List<Path> files() {
    return Stream.of(scores, alerts, deadLetters, lateFlows, evaluation)
        .filter(path -> path != null)
        .toList();
  }

  /** Where they are written until all are whole. */
  BacktestOutputs partial() {
    UnaryOperator<Path> partial = path -> path == null ? null : Outputs.partial(path);
    return new BacktestOutputs(
        partial.apply(scores),
        partial.apply(alerts),
        partial.apply(deadLetters),
        partial.apply(lateFlows),
        partial.apply(evaluation));
  }

  /** Puts them in their places. */
  void complete() throws IOException {
    for (Path file : files()) {
      Files.move(Outputs.partial(file), file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Leaves nothing half-written behind. */
  void cleanUp() throws IOException {
    for (Path file : partial().files()) {
      Files.deleteIfExists(file);
    }
  }
}
