package dev.weir.file;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/** Finds the files that a user's inputs mean. */
public final class LogFiles {
  private LogFiles() {}

  /**
   * The files among the inputs and in the folders among them, whatever their names, sorted by path
   * and each once. Folders are walked to the ground; what is hidden in them is passed over.
   *
   * @throws UserException for an input that is not there, can't be read or is a folder without
   *     files
   */
  public static List<Path> list(List<Path> inputs) {
    if (inputs.isEmpty()) {
      throw new UserException("no input was named: give log files or folders of them");
    }
    TreeMap<Path, Path> found = new TreeMap<>();
    for (Path input : inputs) {
      Collection<Path> files = filesOf(input);
      files.forEach(file -> found.putIfAbsent(file.toAbsolutePath().normalize(), file));
    }
    return List.copyOf(found.values());
  }

  /** Bytes on disk of the files that {@link #list} finds. */
  public static long size(List<Path> inputs) {
    return list(inputs).stream().mapToLong(LogFiles::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Collection<Path> filesOf(Path input) {
    if (!Files.exists(input)) {
      throw missing(input, null);
    }
    if (!Files.isDirectory(input)) {
      requireReadable(input);
      return List.of(input);
    }
    Walk walk = new Walk(input);
    try {
      Files.walkFileTree(input, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      throw unreadable(input, e);
    }
    if (walk.files.isEmpty()) {
      throw new UserException(input + " holds no files to read: give a folder with log files");
    }
    return walk.files;
  }

  private static void requireReadable(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          file + " is neither a file nor a folder: save what it gives to a file first");
    }
    if (!Files.isReadable(file)) {
      throw denied(file, null);
    }
  }

  /**
   * The user's view of a failure to read a file's content.
   *
   * @param line the last that was whole
   */
  static UserException unreadable(Path file, long line, IOException e) {
    String complaint = Compression.complaint(e, line);
    return complaint == null ? unreadable(file, e) : new UserException(file + " " + complaint, e);
  }

  /** The user's view of a failure to read. */
  static UserException unreadable(Path path, IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied(denied.getFile() == null ? path : Path.of(denied.getFile()), e);
    }
    if (e instanceof NoSuchFileException) {
      return missing(path, e);
    }
    if (e instanceof FileSystemLoopException) {
      return new UserException(path + " holds a link to a folder above it: remove the link", e);
    }
    return new UserException(
        path + " cannot be read (" + e.getMessage() + "): check the path and the disk", e);
  }

  private static UserException missing(Path path, IOException cause) {
    return new UserException(path + " does not exist: check the path", cause);
  }

  private static UserException denied(Path path, IOException cause) {
    return new UserException(path + " may not be read by this user: change its permissions", cause);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      boolean hidden = !folder.equals(root) && Files.isHidden(folder);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && !Files.isHidden(file)) {
        requireReadable(file);
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
