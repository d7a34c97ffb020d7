package dev.weir.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.Models;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page tells other languages to do gives the scores that Weir gives. */
class ModelFormatPageTest {

  private static final int WINDOWS = 500;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void thePagesReaderScoresAsWeirDoes() throws Exception {
    Path reader = Files.writeString(folder.resolve("reader.py"), reader());
    assumeTrue(hasPython(), "skipped: there is no python3 here");

    for (boolean logScale : new boolean[] {true, false}) {
      Model model = Models.ofWholeSchema(logScale);
      Path file = folder.resolve("model.json");
      ModelFile.write(model, file);
      List<ScoredWindow> windows = windows().stream().map(model::score).toList();

      double[] scores = read(reader, file, windows);

      assertThat(scores).hasSize(WINDOWS);
      for (int i = 0; i < WINDOWS; i++) {
        assertThat(scores[i]).isCloseTo(windows.get(i).score(), within(1e-9));
      }
      assertThat(Arrays.stream(scores).distinct().count()).isGreaterThan(WINDOWS / 2);
    }
  }

  /** The page's code in that language. */
  private static String reader() throws IOException {
    String page = Files.readString(Path.of("../docs/model-format.md"));
    int start = page.indexOf("```python\n") + "```python\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  private boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("version").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private double[] read(Path reader, Path model, List<ScoredWindow> windows) throws Exception {
    Path lines = folder.resolve("windows.jsonl");
    Path out = folder.resolve("scores");
    List<Feature> all = List.of(Feature.values());
    Files.write(lines, windows.stream().map(window -> json(window, all)).toList());
    Process process =
        new ProcessBuilder("python3", reader.toString(), model.toString())
            .redirectInput(lines.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("the reader came to an end").isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readAllLines(out).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static String json(ScoredWindow window, List<Feature> features) {
    return new String(ScoredWindowJson.toBytes(window, features), StandardCharsets.UTF_8);
  }

  /** Windows of all sizes, every fifth value absent. */
  private static List<FeatureVector> windows() {
    Random random = new Random(5);
    return IntStream.range(0, WINDOWS).mapToObj(i -> vector(random)).toList();
  }

  /** Of every standing that a source can have. */
  private static final List<String> SOURCES =
      List.of(
          "10.0.0.1",
          "10.9.9.9",
          "203.0.113.7",
          "198.51.100.9",
          "2001:db8::/64",
          "2001:db9::1",
          "AS 786");

  private static FeatureVector vector(Random random) {
    double[] values = new double[Feature.COUNT];
    for (Feature feature : Feature.values()) {
      double value =
          feature.unit() == Feature.Unit.SHARE
              ? random.nextDouble()
              : Math.floor(Math.exp(12 * random.nextDouble()));
      values[feature.ordinal()] = random.nextInt(5) == 0 ? Double.NaN : value;
    }
    String source = SOURCES.get(random.nextInt(SOURCES.size()));
    return new FeatureVector(new SourceKey("", source), 0, 60_000, "", values);
  }
}
