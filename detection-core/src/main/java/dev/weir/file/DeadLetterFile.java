package dev.weir.file;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReader;
import dev.weir.flow.UserException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of dead letters, one a line, plain or packed. */
public final class DeadLetterFile {

  private DeadLetterFile() {}

  /**
   * Hands on every dead letter of a file, in order.
   *
   * @throws UserException where the file can't be read, or a line is anything else
   */
  public static void read(Path file, Consumer<DeadLetter> out) {
    try (MessageLines lines = MessageLines.open(file)) {
      while (lines.next()) {
        out.accept(
            DeadLetterReader.parse(lines.buffer(), lines.offset(), lines.length(), lines.origin()));
      }
    }
  }
}
