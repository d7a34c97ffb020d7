package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.flow.Truth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingWarningsTest {

  @Test
  void fewerThanAThousandWindowsAreAGuess() {
    assertThat(TrainingWarnings.fewWindows(1_000)).isNull();
    assertThat(TrainingWarnings.fewWindows(999))
        .isEqualTo("the history gives 999 windows only; below 1,000 a model is a guess");
  }

  @Test
  void flowsThatCameTooLateAreTold() {
    assertThat(TrainingWarnings.lateFlows(0, 10)).isNull();
    assertThat(TrainingWarnings.lateFlows(3, 1_500))
        .startsWith("3 of 1,500 flows are out of order beyond --max-disorder");
  }

  @Test
  void aSourceThatGivesMostOfTheWindowsIsNamed() {
    List<FeatureVector> even = sample(5, Truth.UNKNOWN, 5, Truth.UNKNOWN);
    List<FeatureVector> uneven = sample(6, Truth.UNKNOWN, 5, Truth.UNKNOWN);

    assertThat(TrainingWarnings.oneSource(even)).isNull();
    assertThat(TrainingWarnings.oneSource(uneven))
        .startsWith("10.0.0.1 alone gives 6 of 11 windows");
  }

  @Test
  void whereAttacksAreAsManyAsTheRestTheForestTakesThemForNormal() {
    assertThat(TrainingWarnings.attacksDominate(sample(4, Truth.ANOMALOUS, 5, Truth.NORMAL)))
        .isNull();
    assertThat(TrainingWarnings.attacksDominate(sample(5, Truth.ANOMALOUS, 5, Truth.NORMAL)))
        .startsWith("5 of 10 labelled windows hold attacks")
        .endsWith("train on clean history");
    assertThat(TrainingWarnings.attacksDominate(sample(3, Truth.ANOMALOUS, 90, Truth.UNKNOWN)))
        .startsWith("3 of 3 labelled windows");
    assertThat(TrainingWarnings.attacksDominate(sample(3, Truth.UNKNOWN, 90, Truth.UNKNOWN)))
        .isNull();
  }

  @Test
  void aRateThatTiesKeepFromWhatWasAskedIsTold() {
    assertThat(TrainingWarnings.observedRate(0.05, 0.05, 1_000)).isNull();
    assertThat(TrainingWarnings.observedRate(0.05, 0.046, 1_000)).isNull();
    assertThat(TrainingWarnings.observedRate(0.05, 13 / 282.0, 282)).isNull();
    assertThat(TrainingWarnings.observedRate(0.05, 0.03, 1_000))
        .startsWith("3.00 % of the windows are labelled anomalous, where 5.00 % were asked for");
  }

  @Test
  void aForestThatSeesFewerThanAThirdOfTheFeaturesKnowsLittle() {
    assertThat(TrainingWarnings.fewFeatures(2, 4)).isNull();
    assertThat(TrainingWarnings.fewFeatures(2, 5))
        .isEqualTo(
            "only 2 of 7 features vary in this history, so that the forest knows little of a"
                + " source; the others are constant or missing");
  }

  /** Windows of two sources, one after the other. */
  private static List<FeatureVector> sample(int first, Truth truth, int second, Truth other) {
    return Stream.concat(windows("10.0.0.1", first, truth), windows("10.0.0.2", second, other))
        .toList();
  }

  private static Stream<FeatureVector> windows(String source, int count, Truth truth) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new FeatureVector(
                    new SourceKey("", source),
                    60_000L * i,
                    60_000L * (i + 1),
                    "",
                    truth,
                    new double[Feature.COUNT]));
  }
}
