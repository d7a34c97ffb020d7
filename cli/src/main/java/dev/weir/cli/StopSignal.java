package dev.weir.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks long work to end at its next convenience. Thread-safe; cannot be taken back. */
public final class StopSignal {
  private final CountDownLatch requested = new CountDownLatch(1);

  /** Not yet requested. */
  public StopSignal() {}

  /** Asks for the end. */
  public void request() {
    requested.countDown();
  }

  /** Whether the end was asked for. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Pauses until the end is asked for, at most for the given time.
   *
   * @return whether it was
   */
  public boolean awaitNanos(long nanos) {
    try {
      return requested.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request();
      return true;
    }
  }

  /** Pauses until the end is asked for. */
  public void await() {
    while (!awaitNanos(Long.MAX_VALUE)) {
      // Three centuries have passed.
    }
  }
}
