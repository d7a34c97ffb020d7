package dev.weir.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Files of logs as one input, read in the order of their paths, as often as needed. */
public final class LogHistory {

  private final List<Path> files;
  private final LogOptions options;

  /**
   * Finds the files.
   *
   * @param inputs files and folders
   * @throws UserException where one is missing or a folder holds no files
   */
  public LogHistory(List<Path> inputs, LogOptions options) {
    this.files = LogFiles.list(inputs);
    this.options = options;
  }

  /** The files, in reading order. */
  public List<Path> files() {
    return files;
  }

  /** Bytes of all files as they lie on disk. */
  public long size() {
    return files.stream().mapToLong(LogFiles::size).sum();
  }

  /**
   * Decodes every entry of every file.
   *
   * @param progress is told now and then how many of the {@link #size} bytes are read
   */
  public void read(EntryCollector out, LongConsumer progress) {
    long before = 0;
    for (Path path : files) {
      try (LogFile file = LogFile.open(path, options)) {
        while (file.decodeNext(out)) {
          if ((file.line() & 0xFFF) == 0) {
            progress.accept(before + file.bytesRead());
          }
        }
        before += file.size();
      }
      progress.accept(before);
    }
  }

  /** Reads everything once for the event times alone: how far the flows are out of order. */
  public Disorder disorder(LongConsumer progress) {
    Disorder disorder = new Disorder();
    read(
        new EntryCollector() {
          @Override
          public void flow(FlowRecord flow) {
            disorder.add(flow.eventTime());
          }

          @Override
          public void deadLetter(
              DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
            // Counted by the pass that uses the flows.
          }

          @Override
          public void ignored(Ignored reason) {
            // Counted by the pass that uses the flows.
          }
        },
        progress);
    return disorder;
  }
}
