package dev.weir.bench;

import dev.weir.bench.pipeline.Models;
import dev.weir.cli.Folders;
import java.nio.file.Path;

/** Leaves nothing running and nothing lying about, also where Ctrl-C ends the command. */
final class CleanUp {

  private CleanUp() {}

  /** Sees to it when the JVM ends. */
  static void atEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(CleanUp::now, "clean-up"));
  }

  private static void now() {
    // The broker first: it would go on writing to the folder.
    ProcessHandle.current()
        .children()
        .forEach(
            child -> {
              child.destroyForcibly();
              child.onExit().join();
            });
    Models.sweep();
    String folder = System.getProperty("weir.temporary");
    if (folder != null) {
      Folders.deleteQuietly(Path.of(folder));
    }
  }
}
