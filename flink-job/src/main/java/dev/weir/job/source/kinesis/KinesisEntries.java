package dev.weir.job.source.kinesis;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.Entry;
import dev.weir.job.source.MessageDecoding;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/**
 * Decodes messages where they are read. All entries of a message are emitted and its position
 * remembered before anything else happens, a checkpoint included; whatever a message holds, it is
 * behind the reader then.
 */
final class KinesisEntries implements RecordEmitter<Message, Entry, SplitState> {

  private final String stream;
  private final MessageDecoding decoding;
  private final Counter deadLetters;
  private final Counter bytes;

  /** What the decoding asks for, made once and not for every message. */
  private final Supplier<String> origin = this::origin;

  private final Consumer<Entry> out = this::emit;
  private Message current;
  private SourceOutput<Entry> output;
  private SplitState shard;

  KinesisEntries(String stream, MessageDecoding decoding, SourceReaderMetricGroup metrics) {
    this.stream = stream;
    this.decoding = decoding;
    this.deadLetters = metrics.getNumRecordsInErrorsCounter();
    this.bytes = metrics.getIOMetricGroup().getNumBytesInCounter();
  }

  @Override
  public void emitRecord(Message message, SourceOutput<Entry> entries, SplitState state) {
    current = message;
    output = entries;
    shard = state;
    decoding.decode(message.data(), message.arrived(), split(), origin, out);
    bytes.inc(message.data().length);
    state.emitted(message.sequence());
  }

  private void emit(Entry entry) {
    if (entry instanceof DeadLetter) {
      deadLetters.inc();
    }
    output.collect(entry, current.arrived());
  }

  private String origin() {
    return split() + '-' + current.sequence();
  }

  private String split() {
    return shard.name(stream);
  }
}
