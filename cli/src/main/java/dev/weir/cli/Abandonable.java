package dev.weir.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Long work that can't be asked to stop: where the user wants to end it is left behind, in a thread
 * that doesn't keep the JVM alive, and whatever it needs may be taken away from it.
 */
public final class Abandonable {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private Abandonable() {}

  /**
   * Does the work, and waits for its result.
   *
   * @return empty where stop was requested before it was done
   * @throws Exception what the work throws
   */
  public static <T> Optional<T> run(String name, Callable<T> work, StopSignal stop)
      throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    while (!task.isDone()) {
      if (stop.awaitNanos(POLL_NANOS)) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(task.get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
