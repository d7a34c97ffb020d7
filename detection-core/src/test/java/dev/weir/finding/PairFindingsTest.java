package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.PairView;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no single window sees. */
class PairFindingsTest {

  private static final String TARGET = "52.1.2.3";
  private static final long HALF_HOUR = 30 * Case.MINUTE;
  private static final Detector DETECTOR = new History().detector();

  private static PairView pair(
      String source, String target, int port, long contacts, long time, double regular, long each) {
    return new PairView(
        new SourceKey("", source),
        new TargetKey(target, port),
        Case.START,
        Case.START + Case.MINUTE,
        Case.START - time,
        Case.START,
        contacts,
        10_000,
        regular,
        contacts * each / 4,
        contacts * each * 3 / 4);
  }

  private static PairView beacon(long contacts, long time, double regular, long each) {
    return pair(Case.INSIDE, TARGET, 443, contacts, time, regular, each);
  }

  private static boolean opens(PairView view) {
    return DETECTOR.judge(view).filter(Detection::opens).isPresent();
  }

  @Test
  void callingLikeAClockIsABeacon() {
    Detection found = DETECTOR.judge(beacon(180, HALF_HOUR, 0.97, 4_300)).orElseThrow();

    assertThat(found.finding()).isEqualTo("beaconing");
    assertThat(found.kind()).isEqualTo(Kind.PAIR);
    assertThat(found.opens()).isTrue();
    assertThat(found.technique().id()).isEqualTo("T1071.001");
    assertThat(found.advice().control().cidr()).isEqualTo(TARGET + "/32");
    assertThat(found.advice().control().outbound()).isTrue();
    assertThat(found.explanation().reasons().get(0).text())
        .startsWith(
            "180 contacts with 52.1.2.3 port 443 (https), one every 10 s (97 % of the pauses");
  }

  @Test
  void eachConstantHasItsBorder() {
    assertThat(opens(beacon(30, HALF_HOUR, 0.8, 50_000))).isTrue();
    assertThat(opens(beacon(29, HALF_HOUR, 0.8, 50_000))).isFalse();
    assertThat(opens(beacon(30, HALF_HOUR - 1, 0.8, 50_000))).isFalse();
    assertThat(opens(beacon(30, HALF_HOUR, 0.79, 50_000))).isFalse();
    assertThat(opens(beacon(30, HALF_HOUR, 0.8, 50_004))).isFalse();
  }

  @Test
  void ofContactsOfUnknownSizeThreeTimesAsManyAreAskedFor() {
    assertThat(opens(beacon(89, HALF_HOUR, 0.97, 0))).isFalse();
    assertThat(opens(beacon(90, HALF_HOUR, 0.97, 0))).isTrue();
  }

  @Test
  void clocksAgentsAndHostsInsideAreNone() {
    PairView ntp = pair(Case.INSIDE, TARGET, 123, 200, 4 * HALF_HOUR, 1, 150);
    PairView check = pair(Case.INSIDE, "10.0.0.5", 9100, 200, 4 * HALF_HOUR, 1, 9_000);
    PairView partner = pair(Case.OUTSIDE, "10.0.0.5", 443, 200, 4 * HALF_HOUR, 1, 9_000);

    assertThat(DETECTOR.judge(ntp)).isEmpty();
    assertThat(DETECTOR.judge(check)).isEmpty();
    assertThat(DETECTOR.judge(partner)).isEmpty();
    assertThat(
            new History().knows(TARGET, 443).detector().judge(beacon(200, 4 * HALF_HOUR, 1, 4_000)))
        .isEmpty();
  }

  @Test
  void halfTheContactsKeepOneFromClosing() {
    Optional<Detection> found = DETECTOR.judge(beacon(15, HALF_HOUR, 1, 4_000));

    assertThat(found).map(Detection::opens).contains(false);
    assertThat(DETECTOR.judge(beacon(14, HALF_HOUR, 1, 4_000))).isEmpty();
  }

  @Test
  void elsewhereThanOnTheWebItsTechniqueIsLessSure() {
    Detection found =
        DETECTOR.judge(pair(Case.INSIDE, TARGET, 53, 99, HALF_HOUR, 1, 300)).orElseThrow();

    assertThat(found.technique().id()).isEqualTo("T1071");
    assertThat(found.technique().confidence()).isEqualTo("low");
  }
}
