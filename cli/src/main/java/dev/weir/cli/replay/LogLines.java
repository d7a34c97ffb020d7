package dev.weir.cli.replay;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import dev.weir.file.FileGates;
import dev.weir.file.LogFile;
import dev.weir.file.MessageEntries;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads a file's lines as messages to send: every line but those in which there is nothing but
 * headers and entries of other logs.
 */
final class LogLines implements AutoCloseable {
  private final LogFile file;
  private final Decoded decoded = new Decoded();
  private final EntryCollector gates;
  private long time = Line.NO_TIME;

  private LogLines(LogFile file, long latest) {
    this.file = file;
    this.gates = FileGates.of(file, latest, decoded);
  }

  /**
   * Opens a file.
   *
   * @param latest epoch milliseconds; flows beyond it are lines without a time of their own
   */
  static LogLines open(Path path, LogOptions logs, long latest) {
    return new LogLines(LogFile.open(path, logs), latest);
  }

  /** The next line, or null at the end. */
  Line next() {
    if (!decodeNext()) {
      return null;
    }
    while (!decoded.entries.arePartOfLog()) {
      if (!decodeNext()) {
        return null;
      }
    }
    byte[] bytes = file.message();
    if (decoded.flow == null) {
      return Line.ofNoFlow(bytes, time);
    }
    time = decoded.flow.eventTime();
    return Line.ofFlow(bytes, decoded.flow.srcIp().getBytes(StandardCharsets.UTF_8), time);
  }

  private boolean decodeNext() {
    decoded.clear();
    return file.decodeNext(gates);
  }

  @Override
  public void close() {
    file.close();
  }

  /** What a line turned out to be. */
  private static final class Decoded implements EntryCollector {
    private final MessageEntries entries = new MessageEntries();
    private FlowRecord flow;

    void clear() {
      flow = null;
      entries.clear();
    }

    @Override
    public void flow(FlowRecord record) {
      keepFirst(record);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord record) {
      keepFirst(record);
    }

    /** A message of several goes by its first. */
    private void keepFirst(FlowRecord record) {
      entries.add();
      flow = flow == null ? record : flow;
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      // Sent as it is: what the job makes of it is the job's to say.
      entries.add();
    }

    @Override
    public void ignored(Ignored reason) {
      entries.add(reason);
    }
  }
}
