package dev.weir.alert;

import static dev.weir.alert.Found.MINUTE;
import static dev.weir.alert.Found.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.feature.TargetCount;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTest {

  private static final IncidentSettings SETTINGS =
      new IncidentSettings(40, 60, 5 * MINUTE, 60 * MINUTE, 0);

  private final Incidents incidents = new Incidents(SETTINGS);
  private final List<Alert> told = new ArrayList<>();
  private Incident known;

  @Test
  void theFirstDetectionOpens() {
    detect(Found.inWindow(0));

    assertThat(statuses()).containsExactly(Status.OPEN);
    assertThat(known.finding()).isEqualTo("ssh-brute-force");
    assertThat(known.also()).containsExactly("port-scan");
    assertThat(known.windows()).isOne();
    assertThat(known.volume().flows()).isEqualTo(40);
  }

  @Test
  void whatIsNotSevereOrDoesNotOpenOpensNothing() {
    detect(Found.inWindow(0).severe(39));
    detect(Found.inWindow(1).weak());

    assertThat(told).isEmpty();
    assertThat(known).isNull();
  }

  @Test
  void whoDoesSomethingElseIsToldAtOnceWithItsReason() {
    Reason sent = Reasons.told("source.bytes_to_target", 8e8, "800 MB sent");
    for (int minute = 0; minute < 5; minute++) {
      detect(Found.inWindow(minute).severe(80));
    }
    told.clear();

    detect(Found.inWindow(5).severe(60).named("exfiltration").because(sent).weak());
    assertThat(told).isEmpty();
    detect(Found.inWindow(6).severe(60).named("exfiltration").because(sent));

    assertThat(statuses()).containsExactly(Status.UPDATE);
    assertThat(known.finding()).isEqualTo("ssh-brute-force");
    assertThat(known.also()).containsExactly("exfiltration", "port-scan");
    assertThat(known.worst().explanation().reasons()).element(1).isEqualTo(sent);
    assertThat(known.severity()).isEqualTo(80);
  }

  @Test
  void theIdIsTheSameWhicheverOfItsFirstWindowsWasToldOfFirst() {
    detect(Found.inWindow(7));
    String id = known.id();
    known = null;

    detect(Found.inWindow(8).early(16));
    detect(Found.inWindow(7));

    assertThat(known.id()).isEqualTo(id);
  }

  @Test
  void whatIsNotSureOpensWithItsSecondWindowUnderTheIdOfItsFirst() {
    detect(Found.inWindow(0));
    String id = known.id();
    known = null;
    told.clear();

    detect(Found.inWindow(0).severe(50));
    detect(Found.inWindow(1).severe(50).weak());
    assertThat(told).isEmpty();
    detect(Found.inWindow(3).severe(50));

    assertThat(statuses()).containsExactly(Status.OPEN);
    assertThat(known.id()).isEqualTo(id);
    assertThat(known.windows()).isEqualTo(3);
  }

  @Test
  void whatIsNotSureOpensByTheNameThatItHasByThen() {
    detect(Found.inWindow(0).named("unusual-behaviour").severe(50));
    detect(Found.inWindow(1).severe(50));

    assertThat(statuses()).containsExactly(Status.OPEN);
    assertThat(known.finding()).isEqualTo("ssh-brute-force");
  }

  @Test
  void twoFindingsOfOneWindowAreOneWindow() {
    detect(Found.inWindow(0).severe(50));
    detect(Found.inWindow(0).severe(45).named("flood"));
    assertThat(told).isEmpty();

    detect(Found.inWindow(1).severe(50));

    assertThat(statuses()).containsExactly(Status.OPEN);
    assertThat(known.windows()).isEqualTo(2);
    assertThat(known.volume().flows()).isEqualTo(2 * 40);
    assertThat(known.targets(5).get(0).flows()).isEqualTo(2 * 40);
    assertThat(known.also()).contains("flood");
  }

  @Test
  void whatIsNotSureAndDoesNotComeAgainIsForgotten() {
    detect(Found.inWindow(0).severe(50));
    elapse(incidents.wakeAt(known));

    assertThat(told).isEmpty();
    assertThat(known).isNull();
  }

  @Test
  void updatesComeWithTheSecondFourthAndEighthWindow() {
    for (int minute = 0; minute < 10; minute++) {
      detect(Found.inWindow(minute));
    }

    assertThat(told)
        .extracting(alert -> alert.incident().windows())
        .containsExactly(1L, 2L, 4L, 8L);
    assertThat(told.get(3).incident().volume().flows()).isEqualTo(8 * 40);
    assertThat(told.get(3).incident().targets(5).get(0).flows()).isEqualTo(8 * 40);
  }

  @Test
  void aNotableRiseOfTheSeverityIsAnUpdateAndASmallOneIsNot() {
    detect(Found.inWindow(0).severe(62));
    detect(Found.inWindow(1).severe(62));
    detect(Found.inWindow(2).severe(65));
    assertThat(statuses()).containsExactly(Status.OPEN, Status.UPDATE);

    detect(Found.inWindow(2).severe(73));

    assertThat(statuses()).containsExactly(Status.OPEN, Status.UPDATE, Status.UPDATE);
    assertThat(known.severity()).isEqualTo(73);
    assertThat(known.worst().severity()).isEqualTo(73);
  }

  @Test
  void aHigherLevelIsAnUpdateHoweverSmallTheRise() {
    detect(Found.inWindow(0).severe(79));
    detect(Found.inWindow(0).severe(80));

    assertThat(statuses()).containsExactly(Status.OPEN, Status.UPDATE);
  }

  @Test
  void aNameForWhatWasMerelyUnusualIsAnUpdateUnderTheSameId() {
    detect(Found.inWindow(0).named("unusual-behaviour").severe(90));
    String id = known.id();

    detect(Found.inWindow(0).severe(70));

    assertThat(statuses()).containsExactly(Status.OPEN, Status.UPDATE);
    assertThat(known.id()).isEqualTo(id);
    assertThat(known.finding()).isEqualTo("ssh-brute-force");
    assertThat(known.also()).contains("unusual-behaviour");
  }

  @Test
  void aLaterLookAtTheSameWindowTakesThePlaceOfTheFirst() {
    detect(Found.inWindow(0).early(10));
    detect(Found.inWindow(0).early(20));
    detect(Found.inWindow(0));

    assertThat(statuses()).containsExactly(Status.OPEN);
    assertThat(known.windows()).isOne();
    assertThat(known.volume().flows()).isEqualTo(40);
  }

  @Test
  void aLookAtTheNextWindowMayComeBeforeThisWindowsEnd() {
    detect(Found.inWindow(0).early(10));
    detect(Found.inWindow(1).early(10));
    detect(Found.inWindow(0));
    detect(Found.inWindow(1).early(20));
    detect(Found.inWindow(1));

    assertThat(known.windows()).isEqualTo(2);
    assertThat(known.volume().flows()).isEqualTo(80);
    assertThat(known.targets(1).get(0).flows()).isEqualTo(80);
  }

  @Test
  void aPairsContactsAreThoseOfItsLastView() {
    detect(Found.inWindow(0).of(Kind.PAIR));
    detect(Found.inWindow(1).of(Kind.PAIR));

    assertThat(known.windows()).isEqualTo(2);
    assertThat(known.volume().flows()).isEqualTo(40);
    assertThat(known.targets(5)).extracting(TargetCount::flows).containsExactly(40L);
  }

  @Test
  void theIdDoesNotDependOnWhetherTheWindowWasOpenStill() {
    detect(Found.inWindow(3).early(10));
    String early = known.id();
    known = null;
    detect(Found.inWindow(3));

    assertThat(known.id()).isEqualTo(early);
  }

  @Test
  void ofOverlappingWindowsFlowsCountOnce() {
    Detection first = Found.inWindow(0).get();
    known = incidents.detect(null, first).incident();
    Detection overlapping = shifted(first, MINUTE / 2);

    known = incidents.detect(known, overlapping).incident();

    assertThat(known.windows()).isEqualTo(2);
    assertThat(known.volume().flows()).isEqualTo(40);
  }

  @Test
  void quietClosesIt() {
    detect(Found.inWindow(0));
    long wake = incidents.wakeAt(known);
    assertThat(wake).isEqualTo(START + 6 * MINUTE);

    elapse(wake - 1);
    assertThat(statuses()).containsExactly(Status.OPEN);
    elapse(wake);

    assertThat(statuses()).containsExactly(Status.OPEN, Status.CLOSE);
    assertThat(told.get(1).reason()).isEqualTo(CloseReason.QUIET);
  }

  @Test
  void whatIsTooWeakToOpenKeepsItFromClosing() {
    detect(Found.inWindow(0));
    detect(Found.inWindow(4).weak());

    elapse(START + 6 * MINUTE);

    assertThat(statuses()).doesNotContain(Status.CLOSE);
    assertThat(incidents.wakeAt(known)).isEqualTo(START + 10 * MINUTE);
  }

  @Test
  void withinAnHourItOpensAgainUnderItsId() {
    detect(Found.inWindow(0));
    String id = known.id();
    elapse(incidents.wakeAt(known));
    detect(Found.inWindow(30).weak());
    assertThat(statuses()).containsExactly(Status.OPEN, Status.CLOSE);

    detect(Found.inWindow(40));

    assertThat(statuses()).containsExactly(Status.OPEN, Status.CLOSE, Status.OPEN);
    assertThat(known.id()).isEqualTo(id);
    assertThat(known.windows()).isEqualTo(2);
  }

  @Test
  void afterAnHourItIsForgotten() {
    detect(Found.inWindow(0));
    String id = known.id();
    elapse(incidents.wakeAt(known));
    elapse(incidents.wakeAt(known));
    assertThat(known).isNull();

    detect(Found.inWindow(120));

    assertThat(known.id()).isNotEqualTo(id);
  }

  @Test
  void theInputsEndClosesIt() {
    detect(Found.inWindow(0));

    elapse(Long.MAX_VALUE);

    assertThat(told.get(1).reason()).isEqualTo(CloseReason.INPUT_ENDED);
  }

  @Test
  void eachSourceTargetAndPairHasItsOwn() {
    assertThat(
            List.of(
                IncidentKey.of(Found.inWindow(0).get()),
                IncidentKey.of(Found.inWindow(0).of(Kind.TARGET).get()),
                IncidentKey.of(Found.inWindow(0).of(Kind.PAIR).get()),
                IncidentKey.of(Found.inWindow(0).of(Kind.MODEL).about("flow_count").get()),
                IncidentKey.of(Found.inWindow(0).of(Kind.MODEL).about("packets").get())))
        .doesNotHaveDuplicates();
  }

  private static Detection shifted(Detection of, long millis) {
    Found later = Found.inWindow(0);
    Detection base = later.get();
    return new Detection(
        base.kind(),
        base.source(),
        base.target(),
        base.topic(),
        base.finding(),
        base.also(),
        base.technique(),
        base.severity(),
        base.origin(),
        base.early(),
        base.opens(),
        of.windowStart() + millis,
        of.windowEnd() + millis,
        base.firstSeen(),
        base.lastSeen(),
        base.flows(),
        base.bytesIn(),
        base.bytesOut(),
        base.country(),
        base.sources(),
        base.targets(),
        base.scoring(),
        base.reputation(),
        base.explanation(),
        base.advice(),
        base.truth());
  }

  private void detect(Found found) {
    settle(incidents.detect(known, found.get()));
  }

  private void elapse(long time) {
    settle(incidents.elapse(known, time));
  }

  private void settle(Incidents.Outcome outcome) {
    known = outcome.incident();
    if (outcome.status() != null) {
      told.add(Alert.of(outcome, 0));
    }
  }

  private List<Status> statuses() {
    return told.stream().map(Alert::status).toList();
  }
}
