package dev.weir.bench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatiosTest {

  private static final double SHARE = 0.3;

  private static Ratios of(String name, double value) {
    return new Ratios(new TreeMap<>(Map.of(name, value)));
  }

  @Test
  void equalRatiosPass() {
    assertThat(of("a", 0.8).fallenSince(of("a", 0.8), SHARE)).isEmpty();
  }

  @Test
  void dropOfLessThanTheSharePasses() {
    assertThat(of("a", 0.71).fallenSince(of("a", 1), SHARE)).isEmpty();
  }

  @Test
  void dropByTheShareFailsAndIsNamed() {
    assertThat(of("a", 0.7).fallenSince(of("a", 1), SHARE))
        .containsExactly("a fell by 30 %, from 1.000 to 0.700");
  }

  @Test
  void riseNeverFails() {
    assertThat(of("a", 100).fallenSince(of("a", 1), SHARE)).isEmpty();
  }

  @Test
  void whatIsMissingNowFails() {
    assertThat(of("a", 1).fallenSince(of("b", 2), SHARE))
        .containsExactly("b was 2.0 and is not measured any more");
  }

  @Test
  void whatIsNewPasses() {
    assertThat(of("a", 1).and(of("b", 2)).fallenSince(of("a", 1), SHARE)).isEmpty();
  }

  @Test
  void takesNamedKeysOfEveryRowAndPassesOverNulls() throws IOException {
    Ratios ratios =
        Ratios.of(
            new ObjectMapper()
                .readTree(
                    "{\"identity\":{\"r\":1},\"job\":{\"r\":0.8,\"q\":9},\"x\":{\"r\":null}}"),
            "p.",
            List.of("r"));

    assertThat(ratios.values())
        .containsOnly(Map.entry("p.identity.r", 1.0), Map.entry("p.job.r", 0.8));
    assertThat(ratios.without("p.identity").values()).containsOnlyKeys("p.job.r");
  }

  @Test
  void comesBackAsItWasWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("baseline.json");
    Ratios ratios = of("a", 0.1234).and(of("b", 2));

    ratios.write(file);

    assertThat(Ratios.read(file)).isEqualTo(ratios);
  }

  @Test
  void refusesWhatIsNoRatio(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("baseline.json"), "{\"a\":\"much\"}");

    assertThatThrownBy(() -> Ratios.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no ratio under a");
  }

  /** Whether a ratio to discard holds is decided by how much else the machine does. */
  @Test
  void committedBaselineHoldsWhatIsStableInAQuickRun() {
    assertThat(Ratios.read(Path.of("baseline.json")).values().keySet())
        .containsExactlyInAnyOrder(
            "json_heap.ratio_to_identity",
            "vpc_heap.ratio_to_identity",
            "json_rocksdb.ratio_to_identity",
            "forest.8.single_ratio",
            "forest.8.batch_ratio",
            "forest.16.single_ratio",
            "forest.16.batch_ratio",
            "forest.32.single_ratio",
            "forest.32.batch_ratio");
  }
}
