package dev.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobJarTest {

  @TempDir private Path folder;

  @Test
  void takesAJarWithAMainClass() throws IOException {
    Path jar = jar("Main-Class");
    assertThatCode(() -> JobJar.require(jar)).doesNotThrowAnyException();
  }

  @Test
  void refusesAJarThatRunsNothing() throws IOException {
    refused(jar("Built-By"), "names no main class");
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    refused(Files.writeString(folder.resolve("notes.txt"), "not a jar"), "is no jar");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    refused(folder.resolve("missing.jar"), "correct --jar");
  }

  private static void refused(Path jar, String reason) {
    assertThatThrownBy(() -> JobJar.require(jar))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(jar.toString())
        .hasMessageContaining(reason);
  }

  private Path jar(String attribute) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(attribute, "a.Job");
    Path jar = folder.resolve("a.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.flush();
    }
    return jar;
  }
}
