package dev.weir.file;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What a first pass over files finds out, so that a second one can take them as one stream in which
 * nothing is late: exports are out of order by hours, and the order of files by name is hardly ever
 * that of their times.
 *
 * @param files in the order of their first flows
 * @param messages lines other than CSV headers
 * @param bytes size of all files on disk
 * @param disorder of the files read in that order
 */
public record LogSurvey(List<Path> files, long messages, long bytes, Disorder disorder) {

  /** Keeps a list of its own. */
  public LogSurvey {
    files = List.copyOf(files);
  }

  /**
   * Reads every file once.
   *
   * @param inputs files and folders
   * @param progress is told now and then how many of the files' bytes are read
   * @throws UserException where an input is missing or cannot be read
   */
  public static LogSurvey of(List<Path> inputs, LogOptions options, LongConsumer progress) {
    List<OneFile> measured = new ArrayList<>();
    long bytes = 0;
    for (Path path : LogFiles.list(inputs)) {
      OneFile file = new OneFile(path);
      bytes += read(path, options, file, bytes, progress);
      measured.add(file);
    }
    measured.sort(Comparator.comparingLong(OneFile::firstTime));
    Disorder disorder = new Disorder();
    measured.forEach(file -> disorder.addAll(file.disorder));
    return new LogSurvey(
        measured.stream().map(file -> file.path).toList(),
        measured.stream().mapToLong(file -> file.messages).sum(),
        bytes,
        disorder);
  }

  /**
   * Decodes every entry of the files, one after the other.
   *
   * @param progress is told now and then how many of the {@link #bytes} are read
   */
  public void read(LogOptions options, EntryCollector out, LongConsumer progress) {
    long before = 0;
    for (Path path : files) {
      before += read(path, options, out, before, progress);
    }
  }

  private static long read(
      Path path, LogOptions options, EntryCollector out, long before, LongConsumer progress) {
    try (LogFile file = LogFile.open(path, options)) {
      while (file.decodeNext(out)) {
        if ((file.line() & 0xFFF) == 0) {
          progress.accept(before + file.bytesRead());
        }
      }
      progress.accept(before + file.size());
      return file.size();
    }
  }

  /** Measures a file; what its entries say besides their time is for the second pass. */
  private static final class OneFile implements EntryCollector {
    private final Path path;
    private final Disorder disorder = new Disorder();
    private long messages;

    OneFile(Path path) {
      this.path = path;
    }

    long firstTime() {
      return disorder.isEmpty() ? Long.MIN_VALUE : disorder.first();
    }

    @Override
    public void flow(FlowRecord flow) {
      messages++;
      disorder.add(flow.eventTime());
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      messages++;
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      messages++;
    }

    @Override
    public void ignored(Ignored reason) {
      messages += reason == Ignored.HEADER ? 0 : 1;
    }
  }
}
