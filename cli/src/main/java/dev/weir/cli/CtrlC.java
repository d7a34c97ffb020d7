package dev.weir.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (and a plain kill) into a {@link StopSignal} and keeps the JVM alive until the
 * command has cleaned up: open it first, so that it closes last.
 */
public final class CtrlC implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final StopSignal signal = new StopSignal();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "ctrl-c");

  private CtrlC() {}

  /** Listens from now on. */
  public static CtrlC listen() {
    CtrlC ctrlC = new CtrlC();
    Runtime.getRuntime().addShutdownHook(ctrlC.hook);
    return ctrlC;
  }

  /** What Ctrl-C requests. */
  public StopSignal signal() {
    return signal;
  }

  /** Everything is cleaned up: the JVM may end. */
  @Override
  public void close() {
    done.countDown();
    if (!signal.isRequested()) {
      unhook();
    }
  }

  private void end() {
    signal.request();
    try {
      done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void unhook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already; the hook will find everything done.
    }
  }
}
