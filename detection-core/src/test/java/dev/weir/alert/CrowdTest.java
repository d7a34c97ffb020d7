package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.explain.Explanation;
import dev.weir.finding.Advice;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdTest {

  @Test
  void twoSourcesStayWhatTheyAre() {
    assertThat(crowd(2, 0).settle(false)).hasSize(2).allMatch(found -> found.kind() == Kind.SOURCE);
  }

  @Test
  void manySourcesAreOneMatterOfTheTarget() {
    List<Detection> settled = crowd(500, 0).settle(false);

    assertThat(settled).hasSize(1);
    Detection found = settled.get(0);
    assertThat(found.kind()).isEqualTo(Kind.TARGET);
    assertThat(found.target()).isEqualTo(Found.TARGET);
    assertThat(found.sources()).isEqualTo(500);
    assertThat(found.flows()).isEqualTo(500 * 40);
    assertThat(found.finding()).isEqualTo("ssh-brute-force");
    assertThat(found.advice().control()).isNull();
  }

  @Test
  void whoComesWhileManyAreRememberedBelongsToThem() {
    assertThat(crowd(1, 0).settle(true)).extracting(Detection::kind).containsExactly(Kind.TARGET);
  }

  @Test
  void whatSpeaksIsToldAndNotWhatOnlyLingersHoweverSevere() {
    Crowd crowd = new Crowd();
    crowd.add(Found.inWindow(0).by("203.0.113.1").severe(90).weak().get());
    crowd.add(Found.inWindow(0).by("203.0.113.2").severe(60).get());
    crowd.add(Found.inWindow(0).by("203.0.113.3").severe(61).get());

    Detection found = crowd.settle(false).get(0);

    assertThat(found.opens()).isTrue();
    assertThat(found.severity()).isEqualTo(61);
    assertThat(crowd.settle(false)).isEqualTo(crowd.copy().settle(false));
  }

  @Test
  void whatOnlyLingersExplainsNothing() {
    Crowd crowd = new Crowd();
    for (int i = 0; i < 3; i++) {
      crowd.add(Found.inWindow(0).by("203.0.113." + i).weak().get());
    }

    Detection found = crowd.settle(false).get(0);

    assertThat(found.explanation()).isEqualTo(Explanation.NONE);
    assertThat(found.advice()).isEqualTo(Advice.NONE);
  }

  @Test
  void saysHowManyThereAreInWordsThatFit() {
    assertThat(firstReason(crowd(500, 0).settle(false)))
        .isEqualTo(
            "500 sources do the same to this target, each in a way that stands out by itself, such"
                + " as 198.51.0.104, 198.51.0.111, 198.51.0.118");
    assertThat(firstReason(crowd(2, 0).settle(true)))
        .isEqualTo(
            "2 sources do what many did to this target shortly before: 198.51.0.1, 198.51.0.0");
    assertThat(firstReason(crowd(1, 0).settle(true)))
        .isEqualTo("1 source does what many did to this target shortly before: 198.51.0.0");
  }

  private static String firstReason(List<Detection> settled) {
    return settled.get(0).explanation().reasons().get(0).text();
  }

  @Test
  void pairsWithOneTargetAreAMatterOfItAndTheirContactsAreCountedOnce() {
    Incidents incidents = new Incidents(new IncidentSettings(0, 0, 1, 1, 0));
    Incident incident = null;
    for (int minute = 0; minute < 4; minute++) {
      Crowd crowd = new Crowd();
      for (int i = 0; i < 4 - minute % 2; i++) {
        crowd.add(Found.inWindow(minute).by("10.0.0." + i).of(Kind.PAIR).outbound().get());
      }
      incident = incidents.detect(incident, crowd.settle(false).get(0)).incident();
    }

    assertThat(incident.key()).isEqualTo(IncidentKey.of(Found.inWindow(0).of(Kind.TARGET).get()));
    assertThat(incident.sources()).isEqualTo(4);
    assertThat(incident.windows()).isEqualTo(4);
    assertThat(incident.volume().flows()).isEqualTo(4 * 40);
    assertThat(incident.volume().bytesIn()).isEqualTo(4 * 80_000);
    assertThat(incident.worst().advice().control().outbound())
        .as("what goes to the target is denied to all of them")
        .isTrue();
  }

  @Test
  void theOrderInWhichTheyCameDoesNotMatter() {
    assertThat(crowd(40, 1).settle(false)).isEqualTo(crowd(40, 2).settle(false));
    assertThat(crowd(2, 1).settle(false)).isEqualTo(crowd(2, 5).settle(false));
  }

  @Test
  void bytesThatNobodyKnowsStayUnknown() {
    Crowd unknown = new Crowd();
    Crowd partly = new Crowd();
    for (int i = 0; i < 4; i++) {
      unknown.add(Found.inWindow(0).by("203.0.113." + i).bytes(Double.NaN, Double.NaN).get());
      double known = i == 2 ? 700 : Double.NaN;
      partly.add(Found.inWindow(0).by("203.0.113." + i).bytes(known, known).get());
    }

    assertThat(unknown.settle(false)).extracting(Detection::bytesIn).containsExactly(Double.NaN);
    assertThat(unknown.settle(false)).extracting(Detection::bytesOut).containsExactly(Double.NaN);
    assertThat(partly.settle(false)).extracting(Detection::bytesIn).containsExactly(700.0);
    assertThat(partly.settle(false)).extracting(Detection::bytesOut).containsExactly(700.0);
    assertThat(partly.copy().settle(false)).isEqualTo(partly.settle(false));
  }

  private static Crowd crowd(int sources, long seed) {
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      found.add(Found.inWindow(0).by("198.51." + i / 250 + "." + i % 250).severe(60 + i % 7).get());
    }
    Collections.shuffle(found, new Random(seed));
    Crowd crowd = new Crowd();
    found.forEach(crowd::add);
    return crowd;
  }
}
