package dev.weir.output;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    input = Files.writeString(folder.resolve("in.json"), "{}");
  }

  @Test
  void letsFilesOfTheirOwnPass() {
    assertThatCode(
            () ->
                Outputs.requireApart(
                    List.of(folder.resolve("a"), folder.resolve("no/b")), List.of(input)))
        .doesNotThrowAnyException();
  }

  @Test
  void seesTheInputByAnyPath() throws IOException {
    Files.createDirectory(folder.resolve("x"));
    refused(folder.resolve("x/../in.json"), input);
  }

  @Test
  void seesTheInputThroughASymbolicLink() throws IOException {
    refused(Files.createSymbolicLink(folder.resolve("link"), input), input);
  }

  @Test
  void seesTheInputThroughAHardLink() throws IOException {
    refused(Files.createLink(folder.resolve("link"), input), input);
  }

  @Test
  void seesTheInputThroughALinkedFolder() throws IOException {
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
    refused(linked.resolve("in.json"), input);
  }

  @Test
  void seesTwoNewOutputsThatAreOne() throws IOException {
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
    Path dangling = Files.createSymbolicLink(folder.resolve("later"), Path.of("out"));
    refusedTogether(folder.resolve("out"), linked.resolve("out"));
    refusedTogether(folder.resolve("out"), dangling);
  }

  @Test
  void keepsAnInputFromThePartialFileOfAnOutput() throws IOException {
    Path other = Files.writeString(folder.resolve(".out.partial"), "{}");
    refused(folder.resolve("out"), other);
  }

  private static void refused(Path output, Path input) {
    assertThatThrownBy(() -> Outputs.requireApart(List.of(output), List.of(input)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(output + " is read or written already");
  }

  private static void refusedTogether(Path one, Path other) {
    assertThatThrownBy(() -> Outputs.requireApart(List.of(one, other), List.of()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(other + " is read or written already");
  }
}
