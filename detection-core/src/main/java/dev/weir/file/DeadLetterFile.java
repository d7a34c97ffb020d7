package dev.weir.file;

import dev.weir.decode.MessageGate;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReader;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of dead letters, one a line, plain or gzipped. */
public final class DeadLetterFile {

  private DeadLetterFile() {}

  /**
   * Hands on every dead letter of a file, in order.
   *
   * @throws UserException where the file can't be read, or a line is anything else
   */
  public static void read(Path file, Consumer<DeadLetter> out) {
    try (LogStream stream = LogStream.open(file)) {
      LineReader lines = new LineReader(stream);
      for (long line = 1; lines.next(); line++) {
        if (lines.isTooLong()) {
          throw new UserException(
              file + ":" + line + " is too long for a dead letter: check the input");
        }
        if (!MessageGate.isBlank(lines.buffer(), lines.offset(), lines.length())) {
          out.accept(
              DeadLetterReader.parse(
                  lines.buffer(), lines.offset(), lines.length(), file + ":" + line));
        }
      }
    } catch (IOException e) {
      throw LogFiles.unreadable(file, e);
    }
  }
}
