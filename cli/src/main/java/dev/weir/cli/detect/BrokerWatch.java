package dev.weir.cli.detect;

import dev.weir.cli.StopSignal;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.kafka.Topics;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Says when a broker falls silent and when it is back, a line each: the job itself goes on trying
 * and says nothing.
 */
final class BrokerWatch implements AutoCloseable {

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final StopSignal stop = new StopSignal();
  private final Thread thread;
  private final KafkaAccess access;
  private final BooleanSupplier answers;
  private final Consumer<String> out;
  private boolean silent;

  /**
   * Not yet begun.
   *
   * @param answers asks the broker, with some patience
   */
  BrokerWatch(KafkaAccess access, BooleanSupplier answers, Consumer<String> out) {
    this.access = access;
    this.answers = answers;
    this.out = out;
    this.thread = new Thread(this::watch, "broker-watch");
    thread.setDaemon(true);
  }

  /** Watches from now on. */
  static BrokerWatch start(KafkaAccess access, Consumer<String> out) {
    BrokerWatch watch = new BrokerWatch(access, () -> answers(access), out);
    watch.thread.start();
    return watch;
  }

  /** Asks by a client of its own, which remembers no broker that has moved. */
  private static boolean answers(KafkaAccess access) {
    try (Topics topics = Topics.at(access)) {
      return topics.answers();
    }
  }

  private void watch() {
    while (!stop.awaitNanos(PAUSE_NANOS)) {
      look();
    }
  }

  /** Asks once. */
  void look() {
    boolean answered = answers.getAsBoolean();
    if (stop.isRequested() || answered == !silent) {
      return;
    }
    silent = !answered;
    out.accept(
        silent
            ? "Kafka at "
                + access
                + " has not answered for "
                + Topics.PATIENCE.toSeconds()
                + " s; trying on until it does."
            : "Kafka at " + access + " answers again.");
  }

  /** Says nothing any more. */
  @Override
  public void close() {
    stop.request();
  }
}
