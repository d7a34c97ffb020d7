package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.decode.LogFormat;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.ScoredWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real export that first users have; it may not be copied here. */
class CloudWatchExportTrainingTest {

  private static final Path FILE =
      Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
          .map(folder -> folder.resolve("shared/data/cloudwatch-web-attack.csv"))
          .filter(Files::exists)
          .findFirst()
          .orElse(Path.of("missing"));

  /** Rows, from 0, that scikit-learn's forest flags with each of fifty seeds. */
  private static final List<Integer> ALWAYS_FLAGGED =
      List.of(36, 87, 153, 169, 176, 185, 200, 211, 229, 257, 267, 279);

  @TempDir private Path folder;

  @BeforeEach
  void needsTheFile() {
    assumeTrue(Files.exists(FILE), "skipped: shared/data/cloudwatch-web-attack.csv is missing");
  }

  @Test
  void labelsWhatAnotherForestLabels() throws IOException {
    Model model =
        train(
            "--features",
            "bytes_in,bytes_out,duration_mean,traffic_rate,avg_packet_size",
            "--log-scale",
            "off");
    List<FeatureVector> windows = Trained.windows(model, FILE, LogFormat.CSV);
    Set<String> anomalous =
        windows.stream()
            .filter(window -> model.score(window).label() == ScoredWindow.ANOMALOUS)
            .map(window -> window.source().address() + " " + window.windowStart())
            .collect(Collectors.toSet());

    assertThat(windows).hasSize(282);
    assertThat(anomalous).hasSizeBetween(13, 15);
    assertThat(alwaysFlagged().stream().filter(anomalous::contains))
        .hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void theWholeSchemaIsReadAsCompletely() {
    Model model = train();

    assertThat(model.statistics().windows()).isEqualTo(282);
    assertThat(Trained.windows(model, FILE, LogFormat.CSV)).hasSize(282);
  }

  private Model train(String... more) {
    Path output = folder.resolve("m.json");
    List<String> args =
        new ArrayList<>(
            List.of(
                "--input",
                FILE.toString(),
                "--format",
                "csv",
                "--window",
                "10m",
                "--output",
                output.toString()));
    args.addAll(List.of(more));
    assertThat(Trained.with(args.toArray(String[]::new)).exitCode()).isZero();
    Model model = ModelFile.read(output);
    assertThat(model.statistics().flows()).isEqualTo(282);
    return model;
  }

  private static List<String> alwaysFlagged() throws IOException {
    try (Stream<String> lines = Files.lines(FILE)) {
      List<String[]> rows = lines.skip(1).map(line -> line.split(",", -1)).toList();
      return ALWAYS_FLAGGED.stream()
          .map(rows::get)
          .map(row -> row[4] + " " + Instant.parse(row[2]).toEpochMilli())
          .toList();
    }
  }
}
