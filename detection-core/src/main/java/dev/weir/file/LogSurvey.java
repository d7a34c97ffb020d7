package dev.weir.file;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import dev.weir.decode.RepairCounts;
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
 * @param files in the order of their flows' times, by the middle of each
 * @param entries what the messages hold, other than headers: a message is one, an envelope has many
 * @param messages lines and documents in which there is more than headers and entries of other logs
 * @param bytes size of all files on disk
 * @param disorder of the files read in that order
 * @param latest epoch milliseconds beyond which a flow is a dead letter to the second pass; none is
 *     where most of the history lies there, since then it is not one wild clock
 * @param repairs what is mended on reading the files
 */
public record LogSurvey(
    LogOptions logs,
    List<Path> files,
    long entries,
    long messages,
    long bytes,
    Disorder disorder,
    long latest,
    RepairCounts repairs) {

  /** Keeps a list of its own. */
  public LogSurvey {
    files = List.copyOf(files);
  }

  /**
   * Reads every file once.
   *
   * @param inputs files and folders
   * @param bounds which times are believed
   * @param progress is told now and then how many of the files' bytes are read
   * @throws UserException where an input is missing or cannot be read
   */
  public static LogSurvey of(
      List<Path> inputs, LogOptions options, TimeBounds bounds, LongConsumer progress) {
    LogOptions learning = options.learningTogether();
    List<FileSurvey> files = new ArrayList<>();
    FilePass pass = new FilePass(learning, Long.MAX_VALUE, progress);
    for (Path path : LogFiles.list(inputs)) {
      FileSurvey file = new FileSurvey(path, bounds);
      pass.read(path, file, file::endOfMessage);
      files.add(file);
    }
    boolean future = flows(files, true) > 2 * flows(files, false);
    files.sort(Comparator.comparingLong(file -> file.times(future).middle()));
    Disorder disorder = new Disorder(bounds.maxDisorder());
    files.forEach(file -> disorder.addAll(file.times(future).disorder()));
    RepairCounts repairs = new RepairCounts();
    files.forEach(file -> repairs.addAll(file.repairs()));
    return new LogSurvey(
        learning.learned(),
        files.stream().map(FileSurvey::path).toList(),
        files.stream().mapToLong(FileSurvey::entries).sum(),
        files.stream().mapToLong(FileSurvey::messages).sum(),
        pass.bytes(),
        disorder,
        future ? Long.MAX_VALUE : bounds.latest(),
        repairs);
  }

  private static long flows(List<FileSurvey> files, boolean future) {
    return files.stream().mapToLong(file -> file.times(future).disorder().flows()).sum();
  }

  /**
   * Decodes every entry of the files, one after the other.
   *
   * @param progress is told now and then how many of the {@link #bytes} are read
   */
  public void read(EntryCollector out, LongConsumer progress) {
    FilePass pass = new FilePass(logs, latest, progress);
    files.forEach(path -> pass.read(path, out, () -> {}));
  }
}
