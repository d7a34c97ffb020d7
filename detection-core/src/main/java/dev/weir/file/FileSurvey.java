package dev.weir.file;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.Repair;
import dev.weir.decode.RepairCounts;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.nio.file.Path;

/** Measures a file; what its entries say besides their time is for the second pass. */
final class FileSurvey implements EntryCollector {

  private final Path path;
  private final TimeBounds bounds;
  private final Times believed;
  private final Times all;
  private final RepairCounts repairs = new RepairCounts();
  private final MessageEntries message = new MessageEntries();
  private long entries;
  private long messages;

  FileSurvey(Path path, TimeBounds bounds) {
    this.path = path;
    this.bounds = bounds;
    believed = new Times(bounds.maxDisorder());
    all = new Times(bounds.maxDisorder());
  }

  Path path() {
    return path;
  }

  /** Takes note that the message ends whose entries came last. */
  void endOfMessage() {
    messages += message.arePartOfLog() ? 1 : 0;
    message.clear();
  }

  /** Messages that are part of the log. */
  long messages() {
    return messages;
  }

  /** Entries other than headers. */
  long entries() {
    return entries;
  }

  /** What was mended in the file's flows. */
  RepairCounts repairs() {
    return repairs;
  }

  /** The times of every flow, or of those only that are not in the future. */
  Times times(boolean future) {
    return future ? all : believed;
  }

  @Override
  public void flow(FlowRecord flow) {
    add();
    long time = flow.eventTime();
    all.add(time);
    if (time <= bounds.latest()) {
      believed.add(time);
    }
  }

  @Override
  public void repaired(Repair repair) {
    repairs.add(repair);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    add();
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    add();
  }

  @Override
  public void ignored(Ignored reason) {
    entries += reason == Ignored.HEADER ? 0 : 1;
    message.add(reason);
  }

  private void add() {
    entries++;
    message.add();
  }

  /** What is known of a file's event times. */
  static final class Times {
    private final Disorder disorder;
    private final MiddleTime middle = new MiddleTime();

    Times(long maxDisorder) {
      disorder = new Disorder(maxDisorder);
    }

    private void add(long time) {
      disorder.add(time);
      middle.add(time);
    }

    Disorder disorder() {
      return disorder;
    }

    long middle() {
      return middle.get();
    }
  }
}
