package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Invocation;
import dev.weir.cli.Weir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples that a release holds are such as the commands read. */
class ConfigSamplesTest {

  private static final Path FOLDER = DeployFiles.REPOSITORY.resolve("config");

  @TempDir private Path folder;

  @Test
  void optionsOfTheJob() {
    var parsed = Weir.commandLine().parseArgs("detect", "@" + FOLDER.resolve("detect.args"));

    assertThat(parsed.subcommand().matchedOptionValue("--input-topic", "")).isEqualTo("weir.flows");
  }

  @Test
  void theNetwork() throws IOException {
    Path log = Files.writeString(folder.resolve("empty.json"), "");

    var decoded =
        Invocation.of(
            "decode", "--format=json", "--input", log, "--network", FOLDER.resolve("network.yaml"));
    assertThat(decoded.exit()).as(decoded.err()).isZero();
  }
}
