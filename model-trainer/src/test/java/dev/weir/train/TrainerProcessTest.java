package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer that is stopped from outside leaves behind: nothing. */
@Timeout(120)
class TrainerProcessTest {

  @TempDir private Path folder;
  private Path history;
  private Path models;

  @BeforeEach
  void requireShell() throws IOException {
    assumeThat(Path.of("/bin/bash")).as("skipped without bash").exists();
    history = folder.resolve("history.json");
    models = Files.createDirectory(folder.resolve("models"));
  }

  private void write(int flows) throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < flows; i++) {
      lines.add(
          "{\"creation_time\":%d,\"src_ip\":\"10.0.0.%d\",\"dst_ip\":\"192.0.2.1\",\"dst_port\":443,\"bytes_in\":%d}"
              .formatted(1_772_438_400 + i / 10, random.nextInt(50), random.nextInt(9_000)));
    }
    Files.write(history, lines);
  }

  /** The trainer, as a shell starts it after that. */
  private Process train(String before) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "/bin/bash",
            "-c",
            before + " exec \"$@\"",
            "bash",
            java,
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            TrainerMain.class.getName(),
            "--input=" + history,
            "--format=json",
            "--output=" + models.resolve("m.json"))
        .redirectErrorStream(true)
        .start();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(models)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void ctrlCLeavesNothingHalfWritten() throws Exception {
    write(200_000);
    Process trainer = train("");
    while (left().isEmpty() && trainer.isAlive()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertThat(left()).containsExactly(".m.json.partial");

    new ProcessBuilder("kill", "-INT", String.valueOf(trainer.pid())).start().waitFor();

    assertThat(trainer.waitFor()).isEqualTo(130);
    assertThat(left()).isEmpty();
  }

  @Test
  void aDiskThatIsFullIsOneSentenceAndLeavesNothingHalfWritten() throws Exception {
    write(20_000);
    // A file may not grow beyond 8 kB: what a full disk says, without one.
    Process trainer = train("ulimit -f 8;");

    String told = new String(trainer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(trainer.waitFor()).isEqualTo(1);
    assertThat(told.lines())
        .containsExactly(
            "weir-trainer: %s: the model cannot be written there (File too large); make room, or name another file"
                .formatted(models.resolve("m.json")));
    assertThat(left()).isEmpty();
  }

  @Test
  void aDeviceThatIsFullIsOneSentence() throws IOException {
    assumeThat(Path.of("/dev/full")).as("skipped without /dev/full").exists();
    write(20_000);

    Trained trained = Trained.with("--input=" + history, "--format=json", "--output=/dev/full");

    assertThat(trained.exitCode()).isEqualTo(1);
    assertThat(trained.err())
        .endsWith(
            "/dev/full: the model cannot be written there (No space left on device); make room, or"
                + " name another file"
                + System.lineSeparator());
  }
}
