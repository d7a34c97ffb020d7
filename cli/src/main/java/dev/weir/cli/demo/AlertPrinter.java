package dev.weir.cli.demo;

import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.AlertLine;
import dev.weir.cli.kafka.TopicTail;
import dev.weir.job.kafka.KafkaAccess;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Prints the alerts of a topic as they come, beside whatever else goes on. */
final class AlertPrinter implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final TopicTail tail;
  private final Consumer<String> out;
  private final StopSignal stop = new StopSignal();
  private final Thread thread = new Thread(this::follow, "alert-printer");
  private final Semaphore printed = new Semaphore(0);

  private AlertPrinter(TopicTail tail, Consumer<String> out) {
    this.tail = tail;
    this.out = out;
  }

  static AlertPrinter start(String bootstrapServers, String topic, Consumer<String> out) {
    AlertPrinter printer =
        new AlertPrinter(TopicTail.open(KafkaAccess.plain(bootstrapServers), topic, true), out);
    printer.thread.start();
    return printer;
  }

  private void follow() {
    try {
      tail.follow(this::print, stop);
    } catch (KafkaException e) {
      out.accept("alerts    can no longer be read: " + e.getMessage());
    }
  }

  private void print(byte[] alert) {
    out.accept(AlertLine.of(alert));
    printed.release();
  }

  /** Waits until so many are printed, for as long as alerts that are there may take. */
  @SuppressWarnings("ResultOfMethodCallIgnored") // What is missing by then does not come.
  void awaitPrinted(long alerts) throws InterruptedException {
    printed.tryAcquire(Math.toIntExact(alerts), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    stop.request();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tail.close();
  }
}
