package dev.weir.cli.backtest;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import dev.weir.file.FileGates;
import dev.weir.file.LogFile;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.source.EntryEmitter;
import dev.weir.job.types.WireType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;

/** Reads log files with the core's reader, as the trainer does. */
final class LogFileFormat implements BulkFormat<Entry, FileSourceSplit> {

  private static final long serialVersionUID = 1L;
  private static final int BATCH_LINES = 1000;

  private final LogOptions options;
  private final long latest;

  /**
   * Reads as the options say.
   *
   * @param latest epoch milliseconds beyond which a flow is a dead letter
   */
  LogFileFormat(LogOptions options, long latest) {
    this.options = options;
    this.latest = latest;
  }

  @Override
  public Reader<Entry> createReader(Configuration config, FileSourceSplit split) {
    return new LogReader(LogFile.open(Path.of(split.path().toUri()), options), latest);
  }

  /** Files are read without checkpoints: whatever fails starts anew. */
  @Override
  public Reader<Entry> restoreReader(Configuration config, FileSourceSplit split) {
    throw new UnsupportedOperationException("reading " + split.path() + " cannot be resumed");
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<Entry> getProducedType() {
    return WireType.ENTRY.info();
  }

  private static final class LogReader implements Reader<Entry> {
    private final LogFile file;
    private final EntryEmitter emitter = new EntryEmitter(Long.MAX_VALUE);
    private final EntryCollector gates;
    private long entries;

    LogReader(LogFile file, long latest) {
      this.file = file;
      this.gates = FileGates.of(file, latest, emitter);
    }

    @Override
    public RecordIterator<Entry> readBatch() {
      List<Entry> batch = new ArrayList<>(BATCH_LINES);
      emitter.message(null, 0, 0, FlowRecord.ABSENT, file::origin, batch::add);
      boolean more = true;
      for (int i = 0; i < BATCH_LINES && more; i++) {
        more = file.decodeNext(gates);
      }
      if (batch.isEmpty() && !more) {
        return null;
      }
      long before = entries;
      entries += batch.size();
      return new IteratorResultIterator<>(batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
