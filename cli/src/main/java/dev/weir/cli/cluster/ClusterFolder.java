package dev.weir.cli.cluster;

import dev.weir.cli.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a cluster keeps what it needs and leaves: configuration, logs, checkpoints, its pids. */
record ClusterFolder(Path root) {

  /** The folder that WEIR_CLUSTER_DIR names, or target/cluster of the repository. */
  static ClusterFolder ofUser() {
    String named = System.getenv("WEIR_CLUSTER_DIR");
    Path root =
        named == null || named.isEmpty()
            ? Home.directory().resolve("target/cluster")
            : Path.of(named);
    return new ClusterFolder(root.toAbsolutePath().normalize());
  }

  Path conf() {
    return create("conf");
  }

  Path logs() {
    return create("logs");
  }

  Path temporary() {
    return create("tmp");
  }

  Path checkpoints() {
    return create("checkpoints");
  }

  Path savepoints() {
    return create("savepoints");
  }

  /** Holds the cluster's {@link ClusterState} while there is one. */
  Path state() {
    return root.resolve("cluster.properties");
  }

  private Path create(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + root.resolve(name), e);
    }
  }
}
