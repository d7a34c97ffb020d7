package dev.weir.file;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Decodes one file after another, and says how many of their bytes are read. */
final class FilePass {

  private final LogOptions logs;
  private final long latest;
  private final LongConsumer progress;
  private long bytes;

  /**
   * Before the first file.
   *
   * @param latest epoch milliseconds beyond which a flow is a dead letter
   */
  FilePass(LogOptions logs, long latest, LongConsumer progress) {
    this.logs = logs;
    this.latest = latest;
    this.progress = progress;
  }

  void read(Path path, EntryCollector out, Runnable afterEachMessage) {
    try (LogFile file = LogFile.open(path, logs)) {
      EntryCollector gates = FileGates.of(file, latest, out);
      while (file.decodeNext(gates)) {
        afterEachMessage.run();
        if ((file.line() & 0xFFF) == 0) {
          progress.accept(bytes + file.bytesRead());
        }
      }
      bytes += file.size();
      progress.accept(bytes);
    }
  }

  /** The size on disk of the files that are read. */
  long bytes() {
    return bytes;
  }
}
