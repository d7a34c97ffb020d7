package dev.weir.cli.demo;

import static dev.weir.cli.demo.Alerts.attack;
import static dev.weir.cli.demo.Alerts.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void countsAnAlertOfTheAttackerWhileItLasts() {
    Verdict verdict =
        Verdict.of(
            List.of(attack("a", 5, 7), attack("b", 5, 7)),
            List.of(
                window("a", 5, 0.7), window("a", 6, 0.8), window("a", 20, 0.9), window("c", 6, 1)),
            List.of());

    assertThat(verdict.detected()).isEqualTo(1);
    assertThat(verdict.attacks()).extracting(Verdict.Attack::alerts).containsExactly(2L, 0L);
    assertThat(verdict.alerts()).isEqualTo(4);
    assertThat(verdict.falseAlerts()).isEqualTo(2);
  }

  @Test
  void takesWindowsThatOnlyTouchTheAttackForOthers() {
    Verdict verdict =
        Verdict.of(
            List.of(attack("a", 5, 7)), List.of(window("a", 4, 1), window("a", 7, 1)), List.of());

    assertThat(verdict.detected()).isZero();
    assertThat(verdict.falseAlerts()).isEqualTo(2);
  }

  @Test
  void knowsTheBestScoreOfAnAttackEvenIfNothingAlerted() {
    Verdict verdict =
        Verdict.of(
            List.of(attack("a", 5, 7), attack("b", 1, 2)),
            List.of(),
            List.of(window("a", 5, 0.4), window("a", 6, 0.6), window("a", 9, 0.9)));

    assertThat(verdict.attacks().get(0).bestScore()).isEqualTo(0.6);
    assertThat(verdict.attacks().get(1).bestScore()).isNaN();
  }

  @Test
  void measuresNormalWindowsWithoutTheAttacks() {
    List<Observed> scores = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      scores.add(window("n", i, i / 10_000.0));
    }
    scores.add(window("a", 5, 0.99));

    assertThat(Verdict.of(List.of(attack("a", 5, 6)), List.of(), scores).normalP995())
        .isEqualTo(0.0995);
    assertThat(Verdict.of(List.of(), List.of(), List.of()).normalP995()).isNaN();
  }
}
