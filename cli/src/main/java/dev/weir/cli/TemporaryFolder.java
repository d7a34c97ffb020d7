package dev.weir.cli;

import java.nio.file.Path;

/**
 * The folder that the launcher makes for this process's temporary files, its own and those of Flink
 * and Kafka: java.io.tmpdir, which only the JVM's command line can set for good. Gone when the JVM
 * ends; where that is killed, the launcher's next start clears it away.
 */
final class TemporaryFolder {

  private TemporaryFolder() {}

  /** Sees to it that the folder goes with the JVM. */
  static void deleteAtEnd() {
    String folder = System.getProperty("weir.temporary");
    if (folder != null) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> Folders.deleteQuietly(Path.of(folder)), "clean-up"));
    }
  }
}
