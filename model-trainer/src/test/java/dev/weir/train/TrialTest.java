package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model makes of windows that it was not trained on, as a person is told. */
class TrialTest {

  private static final Instant START = Instant.parse("2024-04-25T00:00:00Z");
  private static final int MINUTES = 100;
  private static final int SOURCES = 20;

  @TempDir private Path folder;

  private Path clean;
  private Path mixed;
  private Path output;

  @BeforeEach
  void writeLogs() throws IOException {
    clean = Files.write(folder.resolve("clean.csv"), lines(1, false));
    mixed = Files.write(folder.resolve("mixed.csv"), lines(2, true));
    output = folder.resolve("m.json");
  }

  /** A flow of each source a minute; with attacks, one source sends a lot and one scans. */
  private static List<String> lines(long seed, boolean attacks) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add("src_ip,dst_ip,dst_port,bytes_in,bytes_out,time,label");
    for (int minute = 0; minute < MINUTES; minute++) {
      for (int source = 0; source < SOURCES; source++) {
        lines.add(flow(source, 443, 200 + random.nextInt(2000), minute, "fine"));
      }
      if (attacks && minute % 10 == 3) {
        lines.add(flow(99, 443, 900_000_000L + random.nextInt(1000), minute, "leak"));
      }
      for (int port = 1; attacks && minute % 20 == 7 && port < 60; port++) {
        lines.add(flow(98, port, 40, minute, "scan"));
      }
    }
    return lines;
  }

  private static String flow(int source, int port, long bytes, int minute, String label) {
    return String.format(
        "10.0.0.%d,192.0.2.%d,%d,%d,%d,%d,%s",
        source,
        source % 3,
        port,
        bytes,
        bytes % 700,
        START.plusSeconds(60L * minute + source % 50).getEpochSecond(),
        label);
  }

  private Trained train(Path log, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--input", log.toString(), "--output", output.toString(), "--format=csv"));
    arguments.addAll(List.of(more));
    return Trained.with(arguments.toArray(String[]::new));
  }

  private Trained labelled(Path log, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--label.column=label", "--label.anomalous=leak,scan"));
    arguments.addAll(List.of(more));
    return train(log, arguments.toArray(String[]::new));
  }

  @Test
  void otherLogsWithLabelsTellHowWellAttacksAreFound() {
    Trained trained = labelled(clean, "--evaluate", mixed.toString());

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out())
        .contains("trial     tried on: " + mixed + ": 2,015 windows")
        .contains("trial     windows with attacks: 15 of 2,015 (0.74 %)")
        .containsPattern("trial +AUROC: (0\\.99\\d+|1\\.0000) \\(by chance 0\\.5\\)")
        .containsPattern("trial +AUPRC: \\d\\.\\d+ \\(by chance 0\\.0074\\)")
        .containsPattern("trial +labels: precision .* recall 100\\.0 %")
        .contains("trial     attack leak: 10 windows, 100.0 % labelled anomalous")
        .contains("trial     attack scan: 5 windows, 100.0 % labelled anomalous")
        .doesNotContain("trial     truth");
    assertThat(ModelFile.read(output).statistics().windows()).isEqualTo(2000);
  }

  @Test
  void tryingAModelChangesNothingOfIt() throws IOException {
    labelled(clean);
    byte[] plain = Files.readAllBytes(output);

    labelled(clean, "--evaluate", mixed.toString(), "--seeds=3");

    assertThat(Files.readAllBytes(output)).isEqualTo(plain);
  }

  @Test
  void withoutLabelsOnlyRatesAreTold() {
    Trained trained = train(clean, "--evaluate", mixed.toString());

    assertThat(trained.out())
        .containsPattern("trial +rates: \\d+\\.\\d\\d % labelled anomalous, ")
        .contains("trial     truth: no window has a label")
        .doesNotContain("AUROC", "precision");
  }

  @Test
  void whereNothingIsAnAttackThatIsSaid() {
    Trained trained = labelled(mixed, "--evaluate", clean.toString());

    assertThat(trained.out())
        .contains("trial     truth: no window holds an attack")
        .contains("trial     labels: precision 0.0 %, recall unknown")
        .doesNotContain("AUROC");
  }

  @Test
  void theLastFifthOfTheTimeIsNotTrainedOn() {
    Trained trained = labelled(clean, "--holdout=0.2");
    Model model = ModelFile.read(output);

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out())
        .contains("tried on: what came from 2024-04-25T01:19:00Z, held out: 420 windows");
    assertThat(model.statistics().windows()).isEqualTo(2000 - 420);
    assertThat(Instant.ofEpochMilli(model.statistics().lastEventTime()))
        .isBefore(Instant.parse("2024-04-25T01:19:00Z"));
  }

  @Test
  void noSourceIsOnBothSides() {
    Trained trained = labelled(clean, "--holdout=0.4", "--holdout-by=source");
    long sources = ModelFile.read(output).statistics().sources();
    long windows = ModelFile.read(output).statistics().windows();

    assertThat(sources).isBetween(1L, SOURCES - 1L);
    assertThat(windows).isEqualTo(sources * MINUTES);
    assertThat(trained.out())
        .contains(
            String.format(
                "tried on: 40.0 %% of the sources, held out: %,d windows", 2000 - windows));
  }

  @Test
  void seedsTellHowFarResultsDependOnThem() {
    Trained trained = labelled(clean, "--evaluate", mixed.toString(), "--seeds=4");

    assertThat(trained.out())
        .containsPattern("seeds +AUROC over 4 seeds: mean (0\\.99|1\\.00)\\d+, standard deviation")
        .containsPattern("seeds +AUPRC over 4 seeds: mean \\d\\.\\d{4}, standard deviation")
        .containsPattern(
            "top 20 over 4 seeds: (1[5-9]|20) of 20 windows are .* \\(" + mixed + "\\)")
        .containsPattern("top 20 over 4 seeds: \\d+ of 20 windows are .* \\(training windows\\)");
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    Path one = Files.write(folder.resolve("one.csv"), lines(1, false).subList(0, 21));

    assertRefused(2, "--holdout must be above 0 and at most 0.9", clean, "--holdout=1");
    assertRefused(2, "--holdout-by goes with --holdout", clean, "--holdout-by=time");
    assertRefused(2, "choose time or source", clean, "--holdout=0.1", "--holdout-by=port");
    assertRefused(2, "--seeds must be 1 to 100", clean, "--seeds=0");
    assertRefused(1, "--holdout leaves no window of 1m to train on", one, "--holdout=0.2");
    assertRefused(1, "none.csv", clean, "--evaluate", folder.resolve("none.csv").toString());
    assertRefused(1, "is read or written already", clean, "--evaluate", output.toString());
    Path empty = Files.write(folder.resolve("empty.csv"), lines(1, false).subList(0, 1));
    assertRefused(1, "holds no flows to try the model on", clean, "--evaluate", empty.toString());
    assertThat(output).doesNotExist();
  }

  private void assertRefused(int exitCode, String problem, Path log, String... options)
      throws IOException {
    if (problem.startsWith("is read")) {
      Files.copy(mixed, output);
    }
    Trained trained = train(log, options);
    Files.deleteIfExists(problem.startsWith("is read") ? output : folder.resolve("nothing"));

    assertThat(trained.exitCode()).as(trained.err()).isEqualTo(exitCode);
    assertThat(trained.err()).contains(problem).hasLineCount(1);
  }
}
