package dev.weir.cli.demo;

import dev.weir.cli.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary folder for the demo's files, gone when it is closed. */
record DemoFolder(Path path) implements AutoCloseable {

  static DemoFolder create() throws IOException {
    return new DemoFolder(Files.createTempDirectory("weir-demo-"));
  }

  Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    Folders.deleteQuietly(path);
  }
}
