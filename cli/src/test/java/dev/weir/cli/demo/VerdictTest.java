package dev.weir.cli.demo;

import static dev.weir.cli.demo.Alerts.attack;
import static dev.weir.cli.demo.Alerts.minute;
import static dev.weir.cli.demo.Alerts.noTimes;
import static dev.weir.cli.demo.Alerts.told;
import static dev.weir.cli.demo.Alerts.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void countsAnIncidentOfTheAttackerWhileTheAttackLasts() {
    Verdict verdict =
        Verdict.of(
            List.of(attack("a", 5, 7), attack("b", 5, 7)),
            List.of(told("a", 5, "open"), told("a", 6, "update"), told("c", 6, "open")),
            List.of(),
            noTimes());

    assertThat(verdict.detected()).isEqualTo(1);
    assertThat(verdict.attacks()).extracting(Verdict.Attack::alerts).containsExactly(2L, 0L);
    assertThat(verdict.attacks()).extracting(Verdict.Attack::incidents).containsExactly(1L, 0L);
    assertThat(verdict.attacks()).extracting(Verdict.Attack::finding).containsExactly("scan", null);
    assertThat(verdict.alerts()).isEqualTo(3);
    assertThat(verdict.incidents()).isEqualTo(2);
    assertThat(verdict.falseIncidents()).isEqualTo(1);
    assertThat(verdict.falseAlerts()).isEqualTo(1);
  }

  @Test
  void anIncidentOfAnAttackersOtherTimeIsFalse() {
    Verdict verdict =
        Verdict.of(List.of(attack("a", 5, 7)), List.of(told("a", 8, "open")), List.of(), noTimes());

    assertThat(verdict.detected()).isZero();
    assertThat(verdict.falseIncidents()).isEqualTo(1);
  }

  @Test
  void anIncidentOfTheVictimIsOneOfTheAttack() {
    Told open = told("a", 5, "open");
    Told ofTarget =
        new Told(
            "t",
            "open",
            "target",
            "flood",
            null,
            "target",
            open.firstSeen(),
            open.lastSeen(),
            open.windowEnd(),
            null,
            false,
            open.emittedAt(),
            open.appended());

    Verdict verdict =
        Verdict.of(List.of(attack("a", 5, 7)), List.of(ofTarget), List.of(), noTimes());

    assertThat(verdict.detected()).isEqualTo(1);
  }

  @Test
  void aModelsIncidentNeverCounts() {
    Told open = told("a", 5, "open");
    Told ofModel =
        new Told(
            "m",
            "open",
            "model",
            "drift",
            null,
            null,
            open.firstSeen(),
            open.lastSeen(),
            open.windowEnd(),
            null,
            false,
            open.emittedAt(),
            open.appended());

    Verdict verdict = Verdict.of(List.of(), List.of(ofModel), List.of(), noTimes());

    assertThat(verdict.incidents()).isZero();
    assertThat(verdict.falseIncidents()).isZero();
    assertThat(verdict.alerts()).isEqualTo(1);
  }

  @Test
  void secondsToOpenAreCountedToTheNewestFlowThatTheBrokerHad() {
    PartyTimes times = new PartyTimes(List.of("a"));
    Told open = told("a", 5, "open");
    times.add("a", minute(5).plusSeconds(9).toEpochMilli(), open.emittedAt() - 1);
    times.add("a", minute(5).plusSeconds(12).toEpochMilli(), open.emittedAt());
    times.add("a", minute(5).plusSeconds(40).toEpochMilli(), open.emittedAt() + 1);
    times.add("z", minute(6).toEpochMilli(), open.emittedAt());

    Verdict verdict = Verdict.of(List.of(attack("a", 5, 7)), List.of(open), List.of(), times);

    assertThat(verdict.attacks().get(0).secondsToOpen()).isEqualTo(12);
  }

  @Test
  void whatEndsWithTheJobIsNotClosed() {
    Told open = told("a", 5, "open");
    Verdict still = Verdict.of(List.of(attack("a", 5, 7)), List.of(open), List.of(), noTimes());
    assertThat(still.attacks().get(0).closed()).isFalse();

    Verdict ended =
        Verdict.of(
            List.of(attack("a", 5, 7)), List.of(open, told("a", 6, "close")), List.of(), noTimes());
    assertThat(ended.attacks().get(0).closed()).isTrue();
  }

  @Test
  void knowsTheBestScoreOfAnAttackEvenIfNothingAlerted() {
    Verdict verdict =
        Verdict.of(
            List.of(attack("a", 5, 7), attack("b", 1, 2)),
            List.of(),
            List.of(window("a", 5, 0.4), window("a", 6, 0.6), window("a", 9, 0.9)),
            noTimes());

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

    assertThat(Verdict.of(List.of(attack("a", 5, 6)), List.of(), scores, noTimes()).normalP995())
        .isEqualTo(0.0995);
    assertThat(Verdict.of(List.of(), List.of(), List.of(), noTimes()).normalP995()).isNaN();
  }
}
