package dev.weir.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's pages for people. */
final class Pages {

  /** Tests run in their module's folder. */
  static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  private Pages() {}

  /** Every Markdown page: at the root, in docs, and one level down in the modules. */
  static List<Path> all() throws IOException {
    try (Stream<Path> files =
        Files.find(REPOSITORY, 2, (path, attributes) -> path.toString().endsWith(".md"))) {
      return files.filter(path -> !path.toString().contains("target")).sorted().toList();
    }
  }

  static String read(String page) throws IOException {
    return Files.readString(REPOSITORY.resolve(page));
  }

  /** The page's name as people know it, such as docs/options.md. */
  static String name(Path page) {
    return REPOSITORY.relativize(page).toString();
  }
}
