package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayMatrixCommandTest {

  @TempDir private Path folder;

  private Path history(int days) throws IOException {
    Path log = folder.resolve("history.json");
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300 * days; i++) {
      Instant start = Instant.parse("2026-03-02T05:00:00Z").plusSeconds(60L * (i % 300));
      lines.add(
          String.format(
              "{\"src_ip\":\"10.0.0.%d\",\"dst_ip\":\"192.0.2.1\",\"dst_port\":443,\"bytes_in\":%d,"
                  + "\"bytes_out\":%d,\"creation_time\":\"%s\",\"end_time\":\"%s\"}",
              random.nextInt(20),
              (long) Math.exp(5 + 2 * random.nextGaussian()),
              random.nextInt(5_000),
              start.plusSeconds(86_400L * (i / 300)),
              start.plusSeconds(86_400L * (i / 300) + 1 + random.nextInt(50))));
    }
    return Files.write(log, lines);
  }

  @Test
  void theDaysAreShownAndNothingIsWritten() throws IOException {
    Path log = history(3);

    Trained trained = train(log, "--day-matrix");

    assertThat(trained.exitCode()).isZero();
    assertThat(trained.out())
        .contains("2026-03-02           300", "2026-03-04           300", "odd       none")
        .doesNotContain("model");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(log);
    }
  }

  @Test
  void withAnOutputAModelIsTrainedAsWell() throws IOException {
    Path model = folder.resolve("m.json");

    Trained trained = train(history(2), "--day-matrix", "--output", model.toString());

    assertThat(trained.out()).contains("odd       none", ModelFile.read(model).id());
  }

  @Test
  void oneDayIsRefusedInALineAndNoModelIsWritten() throws IOException {
    Path model = folder.resolve("m.json");

    Trained trained = train(history(1), "--day-matrix", "--output", model.toString());

    assertThat(trained.exitCode()).isEqualTo(1);
    assertThat(trained.err())
        .contains("the history has 300 windows on 2026-03-02; use a longer history")
        .hasLineCount(1);
    assertThat(model).doesNotExist();
  }

  @Test
  void withNeitherAnOutputNorAQuestionNothingIsDone() throws IOException {
    Trained trained = train(history(1));

    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.err()).contains("Missing required option: '--output=FILE'").hasLineCount(1);
  }

  private static Trained train(Path log, String... more) {
    return Trained.with(
        Stream.concat(
                Stream.of("--input", log.toString(), "--format", "json", "--trees", "20"),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
