package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  @Test
  void foldersAreWalkedAndFilesSortedEachOnce() throws IOException {
    Path b = file("logs/2024/b.log.gz");
    Path a = file("logs/2024/05/a.json");
    Path c = file("logs/c");
    Path other = file("a-first.csv");

    assertThat(LogFiles.list(List.of(folder.resolve("logs"), other, c)))
        .containsExactly(other, a, b, c);
  }

  @Test
  void whatIsHiddenInAFolderIsPassedOverUnlessNamed() throws IOException {
    Path seen = file("logs/a.log");
    Path hidden = file("logs/.a.log.crc");
    file("logs/.git/objects/b.log");

    assertThat(LogFiles.list(List.of(folder.resolve("logs")))).containsExactly(seen);
    assertThat(LogFiles.list(List.of(hidden))).containsExactly(hidden);
  }

  @Test
  void linkedFilesAreFollowed() throws IOException {
    Path real = file("elsewhere/a.log");
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path link = Files.createSymbolicLink(logs.resolve("link"), real.getParent());

    assertThat(LogFiles.list(List.of(logs))).containsExactly(link.resolve("a.log"));
  }

  @Test
  void whatCannotBeReadIsTheUsersToMend() throws IOException {
    Path missing = folder.resolve("missing.log");
    assertFails(missing, missing + " does not exist: check the path");

    Path empty = Files.createDirectories(folder.resolve("empty/.hidden")).getParent();
    assertFails(empty, empty + " holds no files to read: give a folder with log files");

    Path loop = Files.createDirectories(folder.resolve("loop"));
    Files.createSymbolicLink(loop.resolve("again"), loop);
    assertFails(loop, loop + " holds a link to a folder above it: remove the link");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> LogFiles.list(List.of()))
        .withMessage("no input was named: give log files or folders of them");
  }

  private static void assertFails(Path input, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> LogFiles.list(List.of(input)))
        .withMessage(message);
  }
}
