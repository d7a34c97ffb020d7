package dev.weir.bench.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is raced against has to do the same work. */
class OnnxForestTest {

  private static final int ROWS = 100;

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 1024})
  void scoresAsTheForestDoes(int batch) throws OrtException {
    Grown grown = Grown.of(8, 20, 64, ROWS, 3);
    double[] expected = grown.forest().score(grown.rows());
    int at = 0;
    try (OnnxForest onnx = new OnnxForest(grown)) {
      List<FloatBuffer> batches = onnx.batches(grown.rows(), batch);
      for (FloatBuffer rows : batches) {
        for (double score : onnx.score(rows, grown.columns())) {
          assertThat(score).isCloseTo(expected[at++], within(1e-6));
        }
      }
    }
    assertThat(at).isEqualTo(ROWS);
  }

  @Test
  void smileScoresTheSameTreesAlike() throws OrtException {
    try (Contest contest = new Contest(Grown.of(16, 20, 64, ROWS, 3))) {
      assertThat(contest.maxScoreDifference()).isLessThan(1e-9);
    }
  }

  @Test
  void sameSeedGrowsTheSameForest() {
    double[] once = scores(5);

    assertThat(scores(5)).isEqualTo(once);
    assertThat(scores(6)).isNotEqualTo(once);
  }

  private static double[] scores(long seed) {
    Grown grown = Grown.of(8, 10, 32, ROWS, seed);
    return grown.forest().score(grown.rows());
  }

  /** Others draw their subsamples from these; fewer would make them smaller forests. */
  @Test
  void thereAreMoreTrainingRowsThanASubsampleTakes() {
    assertThat(Grown.of(2, 1, 16_384, 1, 1).training()).hasNumberOfRows(32_768);
    assertThat(Grown.of(2, 1, 256, 1, 1).training()).hasNumberOfRows(20_000);
  }

  @Test
  void holesAreOneValueOfEachRow() {
    for (double[] row : Grown.of(8, 1, 32, 5, 1).rowsWithHoles()) {
      assertThat(row).satisfies(values -> assertThat(missing(values)).isEqualTo(1));
    }
  }

  private static long missing(double[] row) {
    return Arrays.stream(row).filter(Double::isNaN).count();
  }
}
