package dev.weir.cli.backtest;

import dev.weir.evaluation.Evaluation;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a backtest writes, all or none; all but the scores may be null, for nowhere.
 *
 * @param scores scored windows, by window_start and src_ip
 * @param alerts alerts, in the same order
 * @param deadLetters dead letters, as they come
 * @param lateFlows late flows, as they come
 * @param evaluation scores compared with labels
 */
record BacktestFiles(
    NewFile scores, NewFile alerts, NewFile deadLetters, NewFile lateFlows, NewFile evaluation)
    implements AutoCloseable {

  /**
   * Begins the files; a null place is nowhere.
   *
   * @throws dev.weir.flow.UserException where one of them cannot be written
   */
  static BacktestFiles at(
      Path scores, Path alerts, Path deadLetters, Path lateFlows, Path evaluation)
      throws IOException {
    NewFile[] begun = new NewFile[5];
    try {
      Path[] places = {scores, alerts, deadLetters, lateFlows, evaluation};
      for (int i = 0; i < places.length; i++) {
        begun[i] = places[i] == null ? null : NewFile.at(places[i]);
      }
      return of(begun);
    } catch (RuntimeException e) {
      of(begun).close();
      throw e;
    }
  }

  private static BacktestFiles of(NewFile[] files) {
    return new BacktestFiles(files[0], files[1], files[2], files[3], files[4]);
  }

  /** Compares the scores, which are written, with the truth; empty where nobody wants to know. */
  Optional<Evaluation> evaluate() throws IOException {
    if (evaluation == null) {
      return Optional.empty();
    }
    Evaluation found = Evaluation.of(scores.partial());
    try (OutputStream out = NewFile.open(evaluation.partial())) {
      out.write(found.toJson());
    }
    return Optional.of(found);
  }

  /** Puts the files in their places. */
  void finish() throws IOException {
    for (NewFile file : all().toList()) {
      file.finish();
    }
  }

  @Override
  public void close() throws IOException {
    for (NewFile file : all().toList()) {
      file.close();
    }
  }

  private Stream<NewFile> all() {
    return Stream.of(scores, alerts, deadLetters, lateFlows, evaluation).filter(Objects::nonNull);
  }
}
