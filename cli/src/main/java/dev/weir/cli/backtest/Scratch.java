package dev.weir.cli.backtest;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are needed while a backtest runs, and go when it ends. */
final class Scratch implements AutoCloseable {

  private final List<Path> files = new ArrayList<>();

  /**
   * An empty file.
   *
   * @throws UserException where there is no place for temporary files
   */
  Path file(String name) {
    try {
      Path file = Files.createTempFile("weir-" + name + '-', ".jsonl");
      files.add(file);
      return file;
    } catch (IOException e) {
      throw new UserException(
          "temporary files cannot be written to " + System.getProperty("java.io.tmpdir"), e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
