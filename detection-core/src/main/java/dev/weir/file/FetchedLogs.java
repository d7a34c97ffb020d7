package dev.weir.file;

import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts files in the place of addresses; they are gone when the JVM ends. */
final class FetchedLogs {

  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9+.-]+)://.*");

  private final SortedMap<String, RemoteLogs> schemes;

  private FetchedLogs(SortedMap<String, RemoteLogs> schemes) {
    this.schemes = schemes;
  }

  /** With every kind of remote log that is on the class path. */
  static FetchedLogs ofClassPath() {
    return new FetchedLogs(
        ServiceLoader.load(RemoteLogs.class, RemoteLogs.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .collect(
                Collectors.toMap(
                    RemoteLogs::scheme, logs -> logs, (one, other) -> one, TreeMap::new)));
  }

  /**
   * Files and folders as they are, and for each address the folder that its logs were fetched into.
   *
   * @throws UserException where the logs of an address are not to be had
   * @throws UsageException for an address of an unknown kind, or a range of time for files
   */
  List<Path> paths(List<String> inputs, TimeRange times) {
    return inputs.stream().map(input -> path(input, times)).toList();
  }

  private Path path(String input, TimeRange times) {
    Matcher address = ADDRESS.matcher(input);
    if (address.matches()) {
      return fetched(input, logs(input, address.group(1)), times);
    }
    if (!times.isAll()) {
      throw new UsageException(
          "--from and --to are for what is fetched, and '" + input + "' is read as a whole");
    }
    return Path.of(input);
  }

  private RemoteLogs logs(String input, String scheme) {
    RemoteLogs logs = schemes.get(scheme);
    if (logs == null) {
      throw new UsageException(
          "'"
              + input
              + "': give files or folders"
              + schemes.keySet().stream()
                  .map(known -> " or " + known + "://…")
                  .collect(Collectors.joining())
              + "; "
              + scheme
              + ":// is not known here");
    }
    return logs;
  }

  private static Path fetched(String input, RemoteLogs logs, TimeRange times) {
    try {
      Path folder = Files.createTempDirectory("weir-fetched-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "fetched-logs"));
      logs.fetch(input, times, folder);
      return folder;
    } catch (IOException e) {
      throw new UserException(
          input
              + " cannot be written to the temporary folder ("
              + e.getMessage()
              + "): make room there, or set java.io.tmpdir to another",
          e);
    }
  }

  /** The launcher's own folder, in which this one lies, may be cleared away at the same time. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
