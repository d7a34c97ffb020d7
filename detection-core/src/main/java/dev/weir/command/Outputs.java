package dev.weir.command;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Checks where results are to go before the work begins. */
public final class Outputs {

  private Outputs() {}

  /** Results must not overwrite one another, nor what they come from. */
  public static void requireApart(Collection<Path> outputs, Collection<Path> inputs) {
    Set<Path> taken = new HashSet<>();
    inputs.forEach(path -> taken.add(path.toAbsolutePath().normalize()));
    for (Path output : outputs) {
      if (!taken.add(output.toAbsolutePath().normalize())) {
        throw new UserException(
            output + " is read or written already; give each of the results a file of its own");
      }
    }
  }

  /** Makes sure that a file can be written, by way of its {@link #partial}, which is left empty. */
  public static void requireWritable(Path output) {
    try {
      if (Files.isDirectory(output) || output.getFileName() == null) {
        throw new UserException(output + " is a folder; name a file to write");
      }
      Files.write(partial(output), new byte[0]);
      // For Ctrl-C and failures: what was moved to its place no longer has this name.
      partial(output).toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UserException(
          output + " cannot be written; check that its folder exists and may be written to", e);
    }
  }

  /** Where a result is written until it is whole. */
  public static Path partial(Path output) {
    return output.resolveSibling(output.getFileName() + ".partial");
  }
}
