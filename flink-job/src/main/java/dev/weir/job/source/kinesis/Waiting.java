package dev.weir.job.source.kinesis;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time as it passes for a reader; tests have one of their own. */
interface Waiting {

  /** The time of this machine, which only ever goes on. */
  Waiting MACHINE =
      new Waiting() {
        @Override
        public long millis() {
          return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public <T> T poll(BlockingQueue<T> queue, long timeout) throws InterruptedException {
          return queue.poll(timeout, TimeUnit.MILLISECONDS);
        }
      };

  /** Milliseconds since some moment. */
  long millis();

  /**
   * Takes the next of a queue, for which it waits.
   *
   * @param timeout milliseconds, after which null is returned
   */
  <T> T poll(BlockingQueue<T> queue, long timeout) throws InterruptedException;
}
