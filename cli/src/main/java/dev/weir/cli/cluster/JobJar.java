package dev.weir.cli.cluster;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Looks at a jar before a cluster does, whose words for what is wrong are Java's. */
final class JobJar {

  private JobJar() {}

  /**
   * Makes sure that a file can be a job.
   *
   * @throws UserException naming the file
   */
  static void require(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new UserException("there is no jar " + jar + "; correct --jar");
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      if (manifest == null || !namesMain(manifest.getMainAttributes())) {
        throw new UserException(
            jar + " names no main class and so is no Flink job; leave --jar out for Weir's own");
      }
    } catch (IOException e) {
      throw new UserException(jar + " is no jar; leave --jar out for Weir's own job", e);
    }
  }

  private static boolean namesMain(Attributes attributes) {
    return attributes.getValue(Attributes.Name.MAIN_CLASS) != null
        || attributes.getValue("program-class") != null;
  }
}
