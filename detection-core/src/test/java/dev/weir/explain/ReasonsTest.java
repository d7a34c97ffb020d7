package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Quantiles;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  private static final Phrase SOURCES =
      Phrase.count("distinct source", "distinct sources").in(60_000);

  @Test
  void aMeasureStandsAgainstItsQuantiles() {
    Quantiles normal = Quantiles.ofSorted(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

    assertThat(Reasons.of("target.sources", 41_200, normal, SOURCES))
        .isEqualTo(
            new Reason(
                "target.sources",
                41_200,
                50,
                99,
                100,
                Double.NaN,
                "41,200 distinct sources in 60 s; normal for this network: 50, at most 99"));
  }

  @Test
  void aMeasureStandsAgainstItsOwnPeak() {
    assertThat(Reasons.beyond("target.sources", 900, 800, "this target", SOURCES).text())
        .isEqualTo("900 distinct sources in 60 s; normal for this target: at most 800");
    assertThat(Reasons.beyond("target.sources", 1, 800, "this target", SOURCES).text())
        .isEqualTo("1 distinct source in 60 s, by itself normal for this target (at most 800)");
  }

  @Test
  void aFindingsOwnMeasureLeadsAndTheLastReasonMakesRoom() {
    Explanation explanation = Explanation.NONE;
    for (int i = 0; i <= Explanation.MAX_REASONS; i++) {
      explanation = explanation.led(Reasons.told("m" + i, i, "text"));
    }

    assertThat(explanation.reasons())
        .extracting(Reason::feature)
        .containsExactly("m5", "m4", "m3", "m2", "m1");
  }

  @Test
  void ofAWindowThatStillFillsThePartIsSaidAndItsWholeLength() {
    Phrase flows = Phrase.count("flow", "flows").in(60_000).soFar();

    assertThat(Reasons.beyond("m", 900, 800, "this target", flows).text())
        .isEqualTo("900 flows so far in a window of 60 s; normal for this target: at most 800");
    assertThat(Phrase.share("of flows rejected").soFar().say(0.5))
        .isEqualTo("50 % of flows rejected");
  }
}
