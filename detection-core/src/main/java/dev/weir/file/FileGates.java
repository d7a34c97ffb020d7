package dev.weir.file;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.RecentEvents;
import dev.weir.decode.RepeatGate;

/**
 * What a file's entries pass on their way to whoever counts them, in the job's order: what was
 * turned away as of the future has never come, so that nothing is a repeat of it.
 */
public final class FileGates {

  private FileGates() {}

  /**
   * Turns flows of the future away, then sets repeats aside.
   *
   * @param latest epoch milliseconds that are still believed
   */
  public static EntryCollector of(LogFile file, long latest, EntryCollector out) {
    return new TimeGate(file, latest, ofRepeats(file, out));
  }

  /** Sets repeats of events within the file aside, where the options want it. */
  public static EntryCollector ofRepeats(LogFile file, EntryCollector out) {
    int remembered = file.options().repeatsRemembered();
    return remembered == 0 ? out : new RepeatGate(new RecentEvents(remembered), out);
  }
}
