package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {

  private static final Path ENDLESS = Path.of("/dev/zero");

  @TempDir Path folder;

  @Test
  void hasTheBytesOfAFileAndOfWhatALinkLeadsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("list"), "10.0.0.1");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertThat(SmallFile.read(file, "a list", 1)).asString().isEqualTo("10.0.0.1");
    assertThat(SmallFile.read(link, "a list", 1)).asString().isEqualTo("10.0.0.1");
  }

  @Test
  void aFileOfTheMostBytesIsReadAndALargerOneIsNot() throws IOException {
    Path most = Files.write(folder.resolve("most"), new byte[1 << 20]);
    Path more = Files.write(folder.resolve("more"), new byte[(1 << 20) + 1]);

    assertThat(SmallFile.read(most, "a list", 1)).hasSize(1 << 20);
    refuses(more, "more: is too large for a list; name a file of at most 1 MiB");
  }

  @Test
  void whatIsNoFileIsRefused() {
    refuses(folder, ": is no regular file; name a file with a list");
    refuses(folder.resolve("none"), "none: no such file; name a list");
  }

  @Test
  @EnabledIf("hasDevices")
  void whatNeverEndsIsNotRead() {
    refuses(ENDLESS, "/dev/zero: is no regular file");
  }

  private static void refuses(Path path, String why) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SmallFile.read(path, "a list", 1))
        .withMessageContaining(why);
  }

  static boolean hasDevices() {
    return Files.exists(ENDLESS);
  }
}
