package dev.weir.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder with public data that lies beside the project, where it does. */
public final class SharedData {

  private SharedData() {}

  /** A file of it, which may be missing. */
  public static Path file(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("shared/data").resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of("missing"));
  }
}
