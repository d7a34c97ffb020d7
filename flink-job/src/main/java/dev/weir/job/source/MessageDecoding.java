package dev.weir.job.source;

import dev.weir.decode.FlowLogDecoder;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.metrics.MetricGroup;

/** Decodes the messages of a stream where they are read: the same for every kind of stream. */
public final class MessageDecoding {

  private final boolean repeats;
  private final FlowLogDecoder decoder;
  private final EntryEmitter emitter;

  /**
   * Decodes as the options say.
   *
   * @param maxFutureMillis how far an event time may lie beyond the message's own
   * @param metrics count what is mended
   */
  public MessageDecoding(LogOptions options, long maxFutureMillis, MetricGroup metrics) {
    repeats = options.repeatsRemembered() > 0;
    decoder = options.streamDecoder();
    emitter = new EntryEmitter(maxFutureMillis, RepairMetrics.in(metrics));
  }

  /**
   * Decodes a message into as many entries as it holds.
   *
   * @param received when the stream took it, in epoch milliseconds, or {@link FlowRecord#ABSENT}
   * @param split by which repeats are known
   * @param origin asked for dead letters only
   */
  public void decode(
      byte[] message, long received, String split, Supplier<String> origin, Consumer<Entry> out) {
    if (repeats) {
      emitter.repeatsFrom(split);
    }
    emitter.message(message, 0, message.length, received, origin, out);
    decoder.decode(message, 0, message.length, emitter);
  }
}
