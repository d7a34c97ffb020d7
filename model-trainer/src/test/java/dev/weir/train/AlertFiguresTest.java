package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.AlertRate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertFiguresTest {

  @Test
  void numbersAreSaidToATenthAndNoneThatIsSomethingAsNothing() {
    assertThat(IntStream.of(2, 1234).mapToObj(AlertBudget::text)).containsExactly("2", "1,234");
    assertThat(List.of(AlertBudget.text(0.25), AlertBudget.text(0.04), AlertBudget.text(0)))
        .containsExactly("0.2", "0.040", "0");
  }

  @Test
  void aBudgetIsSharedByWindowsAndItsRateAndIntervalFollow() {
    // Ten days of a thousand windows each, all of them known.
    AlertBudget budget = new AlertBudget(2, 10, 10_000, 10_000);
    double[] scores = IntStream.range(0, 10_000).mapToDouble(i -> i / 10_000.0).toArray();
    long[] starts =
        IntStream.range(0, 10_000).mapToLong(i -> i * 7919L % 10_000 * 86_400L).toArray();
    double threshold = budget.threshold(scores);

    AlertRate rate = budget.rate(List.of(JudgedScores.of(scores, starts, threshold)), 1);

    assertThat(threshold).isEqualTo(0.9979);
    assertThat(rate.expected()).isEqualTo(2);
    assertThat(rate.low()).isBetween(0.5, 1.6);
    assertThat(rate.high()).isBetween(2.5, 6.0);
    assertThat(budget.warning(rate)).isEmpty();
  }

  /**
   * The same number of windows, all in one hour of the ten days: who knows how often that comes.
   */
  @Test
  void oneBurstIsLessSureThanAsManySingleWindows() {
    AlertBudget budget = new AlertBudget(2, 10, 10_000, 10_000);
    double[] scores = IntStream.range(0, 10_000).mapToDouble(i -> i / 10_000.0).toArray();
    long[] inOrder = IntStream.range(0, 10_000).mapToLong(i -> i * 86_400L).toArray();

    AlertRate rate = budget.rate(List.of(JudgedScores.of(scores, inOrder, 0.9979)), 1);

    assertThat(rate.low()).isLessThan(0.5);
    assertThat(rate.expected()).isEqualTo(2);
  }

  @Test
  void aBudgetBeyondWhatIsLabelledIsToldToBeOutOfReach() {
    AlertBudget budget = new AlertBudget(500, 10, 10_000, 10_000);

    assertThat(budget.warning(new AlertRate(500, 50, 40, 60)))
        .hasValueSatisfying(text -> assertThat(text).contains("raise --contamination"));
  }
}
