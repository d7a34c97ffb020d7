package dev.weir.output;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Where results are to go, looked at before the work begins. */
public final class Outputs {

  private Outputs() {}

  /**
   * Results must not overwrite one another, nor what they come from, under whatever name: symbolic
   * and hard links are seen through.
   *
   * @throws UserException naming the result
   */
  public static void requireApart(Collection<Path> outputs, Collection<Path> inputs) {
    Set<Object> taken = new HashSet<>();
    for (Path input : inputs) {
      taken.add(identity(input));
    }
    for (Path output : outputs) {
      boolean free = taken.add(identity(output));
      if (!free || !taken.add(identity(partial(realOf(output))))) {
        throw new UserException(
            output + " is read or written already; give each of the results a file of its own");
      }
    }
  }

  /** Where a result is written until it is whole: hidden, so that no folder of logs shows it. */
  static Path partial(Path output) {
    return output.resolveSibling("." + output.getFileName() + ".partial");
  }

  /** Where a file lies or will lie, with every link followed. */
  static Path target(Path path) throws IOException {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      Path absolute = path.toAbsolutePath();
      if (Files.isSymbolicLink(absolute)) {
        return target(absolute.resolveSibling(Files.readSymbolicLink(absolute)));
      }
      Path parent = absolute.getParent();
      return parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
    }
  }

  private static Path realOf(Path path) {
    try {
      return target(path);
    } catch (IOException e) {
      // Whoever opens it says what is wrong.
      return path.toAbsolutePath().normalize();
    }
  }

  /** Equal for two names of one file. */
  private static Object identity(Path path) {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return key == null ? realOf(path) : key;
    } catch (IOException e) {
      return realOf(path);
    }
  }
}
