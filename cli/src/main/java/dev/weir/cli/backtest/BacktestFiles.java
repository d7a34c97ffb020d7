package dev.weir.cli.backtest;

import dev.weir.output.NewFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a backtest writes: all of it or nothing.
 *
 * @param scores where scored windows go, by window_start and src_ip
 * @param alerts where alerts go, in the same order; null for nowhere
 * @param deadLetters where dead letters go, as they come; null for nowhere
 */
record BacktestFiles(NewFile scores, NewFile alerts, NewFile deadLetters) implements AutoCloseable {

  /**
   * Begins the files; a null place is nowhere.
   *
   * @throws dev.weir.flow.UserException where one of them cannot be written
   */
  static BacktestFiles at(Path scores, Path alerts, Path deadLetters) throws IOException {
    BacktestFiles begun = new BacktestFiles(NewFile.at(scores), null, null);
    try {
      begun = new BacktestFiles(begun.scores, begin(alerts), null);
      begun = new BacktestFiles(begun.scores, begun.alerts, begin(deadLetters));
      return begun;
    } catch (RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  private static NewFile begin(Path place) {
    return place == null ? null : NewFile.at(place);
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
    return Stream.of(scores, alerts, deadLetters).filter(Objects::nonNull);
  }
}
