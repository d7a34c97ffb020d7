package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.feature.Feature;
import dev.weir.flow.UsageException;
import dev.weir.model.Model;
import dev.weir.network.Network;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How score and signature work together, and what decides whether somebody is woken. */
class DetectorTest {

  private static final String SERVER = "10.0.0.5";
  private static final History OFFICE = new History();
  private static final Detector DETECTOR = OFFICE.detector();

  private static Case guessing() {
    return Case.from(Case.OUTSIDE)
        .to(SERVER, 22, 40, 90_000, 100_000)
        .country("FR")
        .with(Feature.DISTINCT_DST_PORTS, 1);
  }

  @Test
  void aNamedFindingNeedsTheLabelUnlessItsOptionSaysOtherwise() {
    assertThat(guessing().opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing().normal().opens(DETECTOR)).isEmpty();

    Detection found =
        guessing()
            .normal()
            .judgedBy(OFFICE.detector("--finding.ssh-brute-force.any-label=on"))
            .orElseThrow();
    assertThat(found.opens()).isTrue();
    assertThat(found.origin()).isEqualTo(Origin.SIGNATURE);
  }

  @Test
  void aDetectionSaysWhoDoesWhatToWhom() {
    Detection found = guessing().judgedBy(DETECTOR).orElseThrow();

    assertThat(found.kind()).isEqualTo(Kind.SOURCE);
    assertThat(found.source().address()).isEqualTo(Case.OUTSIDE);
    assertThat(found.target().address()).isEqualTo(SERVER);
    assertThat(found.country()).isEqualTo("FR");
    assertThat(found.origin()).isEqualTo(Origin.BOTH);
    assertThat(found.technique()).isEqualTo(new Technique("T1110", "Brute Force", "high"));
    assertThat(found.flows()).isEqualTo(40);
    assertThat(found.sources()).isEqualTo(1);
    assertThat(found.targets()).hasSize(1);
    assertThat(found.scoring().threshold()).isEqualTo(0.6);
    assertThat(found.scoring().label()).isEqualTo(-1);
    assertThat(found.scoring().modelId()).isEqualTo("m");
    assertThat(found.severity()).isEqualTo(69);
    assertThat(found.advice().control().port()).isEqualTo(22);
  }

  @Test
  void techniquesGoByDirection() {
    Detection inside =
        Case.from(Case.INSIDE).to(SERVER, 22, 40, 9_000, 9_000).judgedBy(DETECTOR).orElseThrow();

    assertThat(inside.technique().id()).isEqualTo("T1021.004");
    assertThat(inside.advice().control()).isNull();
  }

  @Test
  void aFindingTellsItsOwnMeasureAndLeavesTheRestToTheForest() {
    Case guessing = guessing();

    Detection found = guessing.judgedBy(DETECTOR).orElseThrow();

    assertThat(found.explanation().reasons())
        .extracting(Reason::text)
        .containsExactly("40 connections to 10.0.0.5 port 22 (ssh) in 60 s; too much from 10 on");
    assertThat(found.scoring().unexplained()).isEqualTo(guessing.window().vector());
  }

  @Test
  void whatIsToldOfAnOpenWindowIsSaidToBeOfItSoFar() {
    assertThat(guessing().early().judgedBy(DETECTOR).orElseThrow().explanation().reasons())
        .extracting(Reason::text)
        .containsExactly(
            "40 connections to 10.0.0.5 port 22 (ssh) so far in a window of 60 s; too much from 10"
                + " on");
  }

  @Test
  void whatOpensNothingIsNotExplained() {
    Case upload = Case.from(Case.INSIDE).to(SERVER, 22, 6, 9_000, 9_000);

    assertThat(upload.judgedBy(DETECTOR).orElseThrow().scoring().unexplained()).isNull();
  }

  @Test
  void singleOddFlowsAreKeptQuiet() {
    Case few = Case.from(Case.INSIDE).score(0.99, true).with(Feature.FLOW_COUNT, 4);

    assertThat(few.judgedBy(OFFICE.detector("--alert.min-severity=0"))).isEmpty();
    assertThat(few.opens(OFFICE.detector("--alert.min-severity=0", "--alert.min-flows=4")))
        .containsExactly("unusual-behaviour");
  }

  @Test
  void theMostSpecificFindingIsThePrimaryOne() {
    Case scanAndMore = guessing().with(Feature.RULE_HITS, 5_000).with(Feature.SHORT_FLOW_SHARE, 1);

    assertThat(scanAndMore.opens(DETECTOR)).startsWith("waf-rule-burst", "ssh-brute-force");
  }

  @Test
  void belowTheLeastSeverityNothingOpens() {
    Detection found = guessing().judgedBy(OFFICE.detector("--alert.min-severity=70")).orElseThrow();

    assertThat(found.opens()).isFalse();
    assertThat(found.finding()).isEqualTo("ssh-brute-force");
    assertThat(found.explanation()).isEqualTo(Explanation.NONE);
    assertThat(found.advice()).isEqualTo(Advice.NONE);
  }

  @Test
  void whatIsStrangeOrHalfOfAFindingKeepsAnIncidentOpen() {
    Case half = Case.from(Case.OUTSIDE).to(SERVER, 22, 5, 9_000, 9_000).normal();
    Case strange = Case.from(Case.INSIDE).score(0.99, false);

    assertThat(half.judgedBy(DETECTOR))
        .hasValueSatisfying(
            found -> {
              assertThat(found.opens()).isFalse();
              assertThat(found.finding()).isEqualTo("ssh-brute-force");
            });
    Detector sensitive = OFFICE.detector("--alert.min-severity=2");
    assertThat(strange.judgedBy(sensitive))
        .hasValueSatisfying(
            found -> {
              assertThat(found.opens()).isFalse();
              assertThat(found.finding()).isEqualTo("unusual-behaviour");
            });
    assertThat(strange.judgedBy(DETECTOR)).isEmpty();
    assertThat(strange.with(Feature.FLOW_COUNT, 4).judgedBy(sensitive)).isEmpty();
  }

  @Test
  void whatIsMerelyStrangeIsCalledSoWhereverThatStandsInTheCatalogue() {
    List<SourceFinding> findings = new ArrayList<>(FindingOptions.of().of(SourceFinding.class));
    Collections.reverse(findings);
    Places places = new Places(Network.DEFAULT);
    AlertOptions alert = FindingOptions.of().alert();
    Model model = OFFICE.model();
    SourceJudge judge =
        new SourceJudge(
            Catalogue.of(findings),
            new Judgement(
                model.id(),
                OFFICE.baseline(),
                2,
                alert.minFlows(),
                new Advisor(places, alert.allowList(), alert.controlExpiry()),
                Reputation.NONE),
            new ScoreScale(model.segments(), model.statistics().sampledWindows()));

    assertThat(judge.judge(Case.from(Case.INSIDE).score(0.99, false).sourceCase()))
        .hasValueSatisfying(
            found -> {
              assertThat(found.finding()).isEqualTo("unusual-behaviour");
              assertThat(found.origin()).isEqualTo(Origin.SCORE);
            });
  }

  @Test
  void whileAWindowFillsOnlyWhatCanOnlyGrowTruerSpeaks() {
    assertThat(guessing().early().opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing().early().judgedBy(DETECTOR)).map(Detection::early).contains(true);
    assertThat(Case.from(Case.OUTSIDE).to(SERVER, 22, 9, 9_000, 9_000).early().judgedBy(DETECTOR))
        .isEmpty();
    assertThat(Case.from(Case.INSIDE).score(0.99, true).early().judgedBy(DETECTOR)).isEmpty();
  }

  @Test
  void theAllowListedAreJudgedAndNotToBeAlerted() {
    Detection found = guessing().judgedBy(DETECTOR).orElseThrow();

    assertThat(guessing().judgedBy(OFFICE.detector("--alert.allow=31.7.0.0/16"))).isPresent();
    assertThat(OFFICE.detector("--alert.allow=31.7.0.0/16,AS786").allows(found)).isTrue();
    assertThat(OFFICE.detector("--alert.allow=AS786").allows(found)).isFalse();
    assertThat(OFFICE.detector("--alert.allow=" + SERVER).allows(found))
        .as("whom a source attacks does not excuse it")
        .isFalse();
  }

  @Test
  void aListOfKnownBadNetworksRaisesSeverityAndIsNamed() {
    Reputation list =
        Reputation.parse("bad.txt", "31.7.8.0/24 botnet".getBytes(StandardCharsets.UTF_8));

    Detection found = guessing().judgedBy(DETECTOR.with(list)).orElseThrow();

    assertThat(found.severity()).isEqualTo(69 + 15);
    assertThat(found.reputation()).containsExactly("botnet");
    assertThat(guessing().judgedBy(DETECTOR).orElseThrow().reputation()).isEmpty();
  }

  @Test
  void optionsThatCannotBeAreRefused() {
    for (String bad :
        List.of("--alert.min-severity=101", "--alert.min-flows=-1", "--alert.control-expiry=0s")) {
      assertThatExceptionOfType(UsageException.class)
          .isThrownBy(() -> OFFICE.detector(bad))
          .withMessageContaining(bad.substring(0, bad.indexOf('=')));
    }
  }
}
