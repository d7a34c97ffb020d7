package dev.weir.job;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps what it is given, in this JVM.
 *
 * @param id of the list, which is not shipped
 */
record ListSink<T>(int id) implements Sink<T> {

  private static final long serialVersionUID = 1L;
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final Map<Integer, Queue<Object>> LISTS = new ConcurrentHashMap<>();

  static <T> ListSink<T> empty() {
    int id = IDS.incrementAndGet();
    LISTS.put(id, new ConcurrentLinkedQueue<>());
    return new ListSink<>(id);
  }

  /** Waits until it was given so many. */
  void await(int many) throws InterruptedException {
    Queue<Object> list = LISTS.get(id);
    synchronized (list) {
      while (list.size() < many) {
        list.wait();
      }
    }
  }

  /** What it was given so far. */
  @SuppressWarnings("unchecked") // Only this sink's own writers add to its list.
  List<T> content() {
    return (List<T>) List.copyOf(LISTS.get(id));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(LISTS.get(id));
  }

  private record Writer<T>(Queue<Object> list) implements SinkWriter<T> {
    @Override
    public void write(T value, Context context) {
      synchronized (list) {
        list.add(value);
        list.notifyAll();
      }
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
