package dev.weir.cli.cluster;

import dev.weir.cli.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a cluster's processes: asked first, then made to. */
final class ClusterStop {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private ClusterStop() {}

  /**
   * Ends whatever of the cluster runs; doing it again changes nothing. Logs and what savepoints
   * there are stay.
   *
   * @return how many processes were ended
   */
  static int run(ClusterFolder folder) {
    List<ProcessHandle> alive =
        ClusterState.read(folder.state()).map(ClusterState::processes).orElse(List.of()).stream()
            .map(ClusterProcess::alive)
            .flatMap(Optional::stream)
            .toList();
    alive.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    alive.forEach(process -> await(process, deadline - System.nanoTime()));
    Folders.delete(folder.temporary());
    Folders.delete(folder.conf());
    Folders.deleteEmpty(folder.checkpoints());
    Folders.deleteEmpty(folder.savepoints());
    try {
      Files.deleteIfExists(folder.state());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return alive.size();
  }

  private static void await(ProcessHandle process, long nanos) {
    try {
      process.onExit().get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
