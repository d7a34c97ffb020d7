package dev.weir.cli.backtest;

import dev.weir.output.NewFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes values to a local file, a line each. Values of one group, which arrive together, are
 * sorted among themselves, so that the file does not depend on the order in which timers fire.
 *
 * @param file absolute path of the file, which is there
 * @param group what arrives together, such as a window's start; null where values are written as
 *     they come
 * @param order within a group
 * @param line a value's bytes
 */
record LineSink<T>(String file, Key<T, Long> group, Key<T, String> order, Key<T, byte[]> line)
    implements Sink<T> {

  private static final long serialVersionUID = 1L;

  /** Takes something out of a value. */
  interface Key<T, K> extends Serializable {
    K of(T value);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Lines<>(this);
  }

  private static final class Lines<T> implements SinkWriter<T> {

    private static final int BUFFER = 1 << 16;

    private final LineSink<T> sink;
    private final OutputStream out;
    private final List<T> held = new ArrayList<>();
    private long group;

    Lines(LineSink<T> sink) throws IOException {
      this.sink = sink;
      this.out = new BufferedOutputStream(NewFile.open(Path.of(sink.file())), BUFFER);
    }

    @Override
    public void write(T value, Context context) throws IOException {
      if (sink.group() == null) {
        write(value);
        return;
      }
      long next = sink.group().of(value);
      if (next != group) {
        writeHeld();
        group = next;
      }
      held.add(value);
    }

    private void writeHeld() throws IOException {
      if (held.isEmpty()) {
        return;
      }
      held.sort(Comparator.comparing(sink.order()::of));
      for (T value : held) {
        write(value);
      }
      held.clear();
    }

    private void write(T value) throws IOException {
      out.write(sink.line().of(value));
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      writeHeld();
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
