package dev.weir.cli.backtest;

import dev.weir.evaluation.AttackLog;
import dev.weir.evaluation.ScoreFile;
import dev.weir.model.Model;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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

  /** Where a run writes. */
  Results results() {
    return new Results(scores.partial(), partial(alerts), partial(deadLetters), partial(lateFlows));
  }

  private static Path partial(NewFile file) {
    return file == null ? null : file.partial();
  }

  /** Puts alerts that were written elsewhere among the results, where they are wanted. */
  void keepAlerts(Path told) throws IOException {
    if (alerts != null && !told.equals(alerts.partial())) {
      try (OutputStream out = alerts.open()) {
        Files.copy(told, out);
      }
    }
  }

  /**
   * Compares the scores and alerts, which are written, with the truth.
   *
   * @param model that scored
   * @param told the alerts
   */
  BacktestEvaluation evaluate(Model model, Path told, AttackLog attacks) throws IOException {
    BacktestEvaluation found =
        new BacktestEvaluation(
            ScoreFile.evaluate(scores.partial(), model, attacks),
            IncidentEvaluation.of(ToldIncident.read(told), attacks));
    try (OutputStream out = evaluation.open()) {
      out.write(found.toJson());
    }
    return found;
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
