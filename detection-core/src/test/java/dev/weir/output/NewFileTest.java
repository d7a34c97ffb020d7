package dev.weir.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  @TempDir private Path folder;

  @Test
  void appearsWhenItIsWhole() throws IOException {
    Path place = folder.resolve("lines");
    try (NewLines lines = NewLines.at(place)) {
      lines.line(bytes("one"));
      assertThat(place).doesNotExist();
      lines.finish();
    }
    assertThat(place).hasContent("one\n");
    assertThat(names()).containsExactly("lines");
  }

  @Test
  void leavesNothingBehindUnlessFinished() throws IOException {
    try (NewLines lines = NewLines.at(folder.resolve("lines"))) {
      lines.line(bytes("one"));
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void keepsWhatWasThereUntilItIsWhole() throws IOException {
    Path place = Files.writeString(folder.resolve("old"), "old");
    try (NewLines lines = NewLines.at(place)) {
      lines.line(bytes("new"));
    }
    assertThat(place).hasContent("old");
  }

  @Test
  void isPackedIfItsNameSaysSo() throws IOException {
    Path place = folder.resolve("lines.gz");
    try (NewLines lines = NewLines.at(place)) {
      lines.line(bytes("one"));
      lines.finish();
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(place)))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes("one\n"));
    }
  }

  @Test
  void goesWhereALinkPoints() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    try (NewFile file = NewFile.at(link)) {
      Files.writeString(file.partial(), "new");
      file.finish();
    }
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void isNotMadeAgainOnceItWasDropped() throws IOException {
    NewFile file = NewFile.at(folder.resolve("late"));
    file.close();
    assertThatThrownBy(file::open).isInstanceOf(NoSuchFileException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void saysWhereNoFileCanBe() {
    assertThatThrownBy(() -> NewFile.at(folder))
        .isInstanceOf(UserException.class)
        .hasMessage(folder + " is a folder; name a file to write");
    assertThatThrownBy(() -> NewFile.at(folder.resolve("no/such")))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(folder.resolve("no/such") + " cannot be written");
  }

  @Test
  void writesStraightToADeviceAndLeavesItThere() throws IOException {
    Path device = Path.of("/dev/null");
    try (NewFile file = NewFile.at(device)) {
      try (OutputStream out = file.open()) {
        out.write('x');
      }
      file.finish();
    }
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(device).exists();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
