package dev.weir.cli;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository that the launcher belongs to, for what is neither class nor resource. */
public final class Home {

  private Home() {}

  /** The folder of the repository, or of an unpacked release, whose jars lie together in lib. */
  public static Path directory() {
    String home = System.getProperty("weir.home");
    if (home == null) {
      throw new UserException(
          "run this as scripts/weir, or bin/weir of a release, which say where Weir's jars are");
    }
    return Path.of(home);
  }

  /** A Flink cluster's class path, as a folder of jars. */
  public static Path flinkLib() {
    Path released = directory().resolve("lib/flink");
    if (Files.isDirectory(released)) {
      return released;
    }
    Path lib = directory().resolve("flink-cluster/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new UserException(lib + " is missing; build it with 'mvn package -Dquick'");
    }
    return lib;
  }

  /** The jar that runs on a cluster. */
  public static Path jobJar() {
    Path released = directory().resolve("lib/job/weir-job.jar");
    if (Files.isRegularFile(released)) {
      return released;
    }
    Path target = directory().resolve("flink-job/target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      List<Path> jars = files.filter(Home::isJobJar).sorted().toList();
      if (jars.isEmpty()) {
        throw new UserException(
            "no job jar in " + target + "; build it with 'mvn package -Dquick' or give --jar");
      }
      return jars.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJobJar(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("flink-job-") && name.endsWith("-job.jar");
  }
}
