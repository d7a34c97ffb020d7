package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.network.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each finding of one source's window: what it is, and what only looks like it. */
class SourceFindingsTest {

  private static final String SERVER = "10.0.0.5";
  private static final String CLOUD = "52.1.2.3";
  private static final History OFFICE = new History();
  private static final Detector DETECTOR = OFFICE.detector();

  @TempDir private Path folder;

  private static Case scan(long ports, double refused) {
    Case scan = Case.from(Case.INSIDE);
    for (int port = 1; port <= Math.min(ports, 32); port++) {
      scan.to(SERVER, 2000 + port, 1, 20_000, 20_000);
    }
    return scan.with(Feature.FLOW_COUNT, ports)
        .with(Feature.BYTES_IN, 20_000.0 * ports)
        .with(Feature.DISTINCT_DST_PORTS, ports)
        .with(Feature.DISTINCT_DST_IPS, 2)
        .with(Feature.REJECTED_SHARE, refused);
  }

  private static Detector knowingServer() {
    History history = new History();
    for (int port = 2000; port < 2100; port++) {
      history.knows(SERVER, port);
    }
    return history.detector();
  }

  @Test
  void manyRefusedPortsAreAScan() {
    Detector detector = knowingServer();

    assertThat(scan(500, 0.9).opens(detector)).containsExactly("port-scan");
    assertThat(scan(24, 0.9).opens(detector)).isEmpty();
    assertThat(scan(25, 0.9).opens(detector)).containsExactly("port-scan");
    assertThat(scan(25, 0.49).opens(detector)).isEmpty();
    assertThat(scan(25, 0.5).opens(detector)).containsExactly("port-scan");
    assertThat(scan(124, 0).opens(detector)).isEmpty();
    assertThat(scan(125, 0).opens(detector)).containsExactly("port-scan");
  }

  @Test
  void ofAScanOrSweepFromInsideNoTargetIsDenied() {
    Case scan = Case.from(Case.INSIDE);
    for (int i = 0; i < 32; i++) {
      scan.to("52.1." + i + ".3", 2000 + i, 1, 60, 0);
    }
    scan.with(Feature.DISTINCT_DST_PORTS, 500)
        .with(Feature.DISTINCT_DST_IPS, 100)
        .with(Feature.REJECTED_SHARE, 0.9)
        .with(Feature.FLOW_COUNT, 500);

    Detection found = scan.judgedBy(DETECTOR).orElseThrow();

    assertThat(found.finding()).isEqualTo("port-scan");
    assertThat(found.advice().control()).isNull();
    assertThat(found.advice().text()).startsWith("Isolate " + Case.INSIDE);
  }

  @Test
  void aSweepOrScanNamesATargetThatHardlyAnsweredAndNotTheBusiestOne() {
    Case sweep = sweep(31, 0).to(CLOUD, 443, 60, 90_000, 2_000_000).failing(30, 1);
    Case scan = scan(31, 0.9).to(SERVER, 1, 1, 60, 40).to(CLOUD, 443, 60, 90_000, 2_000_000);

    assertThat(sweep.judgedBy(DETECTOR).orElseThrow().target().address()).startsWith("10.0.9.");
    assertThat(scan.failing(1, 30).judgedBy(DETECTOR).orElseThrow().target().address())
        .isEqualTo(SERVER);
  }

  private static Advice ofFlood(int port, long bytesIn, long bytesOut) {
    return Case.from(Case.OUTSIDE)
        .to(SERVER, port, 60_000, 60_000 * bytesIn, 60_000 * bytesOut)
        .judgedBy(DETECTOR)
        .orElseThrow()
        .advice();
  }

  @Test
  void aSourceThatMayBeForgedIsNotDenied() {
    assertThat(ofFlood(443, 60, 60).control()).isNull();
    assertThat(ofFlood(443, 60, 60).text())
        .startsWith("Do not deny " + Case.OUTSIDE)
        .contains("SYN cookies");
    assertThat(ofFlood(5060, 1_400, 0).control()).isNull();
    assertThat(ofFlood(53, 60, 3_000).control()).isNull();
    assertThat(ofFlood(443, 600, 9_000).control()).isNotNull();
  }

  @Test
  void datagramsInMassesToManyPortsOfAHostAreAFlood() {
    Case flood = Case.from(Case.OUTSIDE);
    for (int i = 0; i < 32; i++) {
      flood.to(SERVER, 10_000 + i, 2, 2_800, 0);
    }
    flood
        .with(Feature.FLOW_COUNT, 6_000)
        .with(Feature.BYTES_IN, 6_000 * 1_400)
        .with(Feature.DISTINCT_DST_IPS, 1)
        .with(Feature.DISTINCT_DST_PORTS, 5_500);

    assertThat(flood.opens(DETECTOR)).containsExactly("flood", "port-scan");
    assertThat(flood.judgedBy(DETECTOR).orElseThrow().advice().control())
        .as("its source may be forged")
        .isNull();
    assertThat(flood.with(Feature.BYTES_IN, 6_000 * 60).opens(DETECTOR)).doesNotContain("flood");
    assertThat(
            flood
                .with(Feature.BYTES_IN, 6_000 * 1_400)
                .with(Feature.BYTES_OUT, 500_000)
                .opens(DETECTOR))
        .as("a transfer is acknowledged")
        .doesNotContain("flood");
  }

  @Test
  void whatMayBeAFloodOverPortsIsNoScanBeforeTheWindowsEnd() {
    Case flood = Case.from(Case.OUTSIDE).to(SERVER, 10_000, 2, 2_800, 0);
    flood
        .with(Feature.FLOW_COUNT, 512)
        .with(Feature.BYTES_IN, 512 * 1_400)
        .with(Feature.DISTINCT_DST_IPS, 1)
        .with(Feature.DISTINCT_DST_PORTS, 500)
        .failing(1, 500);

    assertThat(flood.early().opens(DETECTOR)).isEmpty();
    assertThat(flood.with(Feature.BYTES_IN, 512 * 60).opens(DETECTOR)).containsExactly("port-scan");
  }

  @Test
  void aSpikeOfBytesNamesWhereTheBytesWent() {
    Case spike =
        Case.from(Case.INSIDE)
            .to(SERVER, 443, 90, 9_000, 9_000)
            .to("10.0.0.6", 8443, 2, 900_000_000, 800_000_000);

    Detection found = spike.judgedBy(DETECTOR).orElseThrow();

    assertThat(found.finding()).isEqualTo("traffic-spike");
    assertThat(found.target().address()).isEqualTo("10.0.0.6");
  }

  @Test
  void peersThatMeetAPortWithEachAddressScanNothing() {
    assertThat(scan(100, 0.9).with(Feature.DISTINCT_DST_IPS, 51).opens(knowingServer()))
        .doesNotContain("port-scan");
  }

  private static Case sweep(int addresses, long answer) {
    Case sweep = Case.from(Case.INSIDE).with(Feature.FLOW_COUNT, addresses);
    for (int i = 0; i < Math.min(addresses, 32); i++) {
      sweep.to("10.0.9." + i, 445, 1, 60, answer);
    }
    return sweep
        .with(Feature.DISTINCT_DST_IPS, addresses)
        .with(Feature.DISTINCT_DST_PORTS, 3)
        .with(Feature.REJECTED_SHARE, 0);
  }

  private static History knowingHosts() {
    History history = new History();
    for (int i = 0; i < 256; i++) {
      history.knows("10.0.9." + i, 445);
    }
    return history;
  }

  @Test
  void addressesWithoutAnswersAreASweep() {
    Detector detector = knowingHosts().detector();

    assertThat(sweep(110, 0).opens(detector)).containsExactly("host-sweep");
    assertThat(sweep(39, 0).opens(detector)).isEmpty();
    assertThat(sweep(40, 120).opens(detector)).containsExactly("host-sweep");
    assertThat(sweep(40, 121).opens(detector)).isEmpty();
    assertThat(sweep(50, 0).with(Feature.DISTINCT_DST_PORTS, 26).opens(detector)).isEmpty();
  }

  @Test
  void hostsThatAnswerAreNoSweepHoweverNewTheyAre() {
    assertThat(sweep(250, 9_000).opens(DETECTOR)).isEmpty();
  }

  @Test
  void answersInRecordsOfTheirOwnAreAnswers() {
    Detector detector = knowingHosts().detector();
    Case oneWay = sweep(110, 0);

    assertThat(oneWay.with(Feature.BYTES_OUT, 110 * 121).opens(detector)).isEmpty();
    assertThat(oneWay.with(Feature.REJECTED_SHARE, 0.8).opens(detector))
        .containsExactly("host-sweep");
    assertThat(
            oneWay
                .with(Feature.BYTES_OUT, 110 * 120)
                .with(Feature.REJECTED_SHARE, 0)
                .opens(detector))
        .as("hardly any answer")
        .containsExactly("host-sweep");
  }

  @Test
  void firstContactsThatFailTellAScannerBeforeItsWindowEnds() {
    assertThat(Case.from(Case.INSIDE).failing(8, 3).early().opens(DETECTOR))
        .containsExactly("host-sweep");
    assertThat(Case.from(Case.INSIDE).failing(1, 12).early().opens(DETECTOR))
        .containsExactly("port-scan");
    assertThat(Case.from(Case.INSIDE).failing(7, 11).early().opens(DETECTOR)).isEmpty();
    assertThat(Case.from(Case.INSIDE).failing(10, 20).normal().early().opens(DETECTOR)).isEmpty();
  }

  @Test
  void monitoringAndResolversAreNoSweep() {
    Case monitoring = sweep(60, 900).with(Feature.REJECTED_SHARE, 0.2);
    assertThat(monitoring.opens(knowingHosts().detector())).isEmpty();

    Case resolver = Case.from(Case.INSIDE);
    for (int i = 0; i < 32; i++) {
      resolver.to("9.9.9." + i, 53, 10, 800, 3_000);
    }
    resolver.with(Feature.DISTINCT_DST_IPS, 200).with(Feature.DISTINCT_DST_PORTS, 1);
    assertThat(resolver.opens(DETECTOR)).isEmpty();
  }

  @Test
  void ownScannersMayScanWhileTheyAreDue() throws IOException {
    Path file = folder.resolve("network.yaml");
    Files.writeString(file, "scanners: [" + Case.INSIDE + "]");
    History history = new History().network(NetworkOptions.ofFile(file));

    assertThat(scan(500, 0.9).judgedBy(history.detector())).isEmpty();
    assertThat(
            Case.from(Case.INSIDE)
                .to(CLOUD, 443, 4, 200_000_000, 2_000_000)
                .opens(history.detector()))
        .contains("exfiltration");
  }

  private static Case calls(long flows) {
    return Case.from(Case.OUTSIDE)
        .to(SERVER, 443, flows, 800 * flows, 30_000 * flows)
        .with(Feature.DISTINCT_DST_PORTS, 1);
  }

  @Test
  void tenFlowsASecondBeyondTheTargetsPeakAreAFlood() {
    assertThat(calls(599).opens(DETECTOR)).isEmpty();
    assertThat(calls(600).opens(DETECTOR)).containsExactly("flood");
    assertThat(calls(600).normal().opens(DETECTOR)).containsExactly("flood");
    assertThat(calls(600).normal().opens(OFFICE.detector("--finding.flood.any-label=off")))
        .isEmpty();

    Detector busy = new History().peak(SERVER, 443, 1_000, 1_000_000, 400).detector();
    assertThat(calls(2_999).normal().opens(busy)).isEmpty();
    assertThat(calls(3_000).normal().opens(busy)).containsExactly("flood");
  }

  @Test
  void aFloodOfOneTargetIsToldThoughABusierOneGetsMore() {
    Detector detector = new History().peak("10.0.0.6", 443, 8_000, 1_000_000, 400).detector();
    Case early = calls(700).normal().early();

    assertThat(early.opens(detector)).containsExactly("flood");
    Case later = early.to("10.0.0.6", 443, 20_000, 16_000_000, 600_000_000);
    assertThat(later.judgedBy(detector))
        .hasValueSatisfying(
            found -> {
              assertThat(found.finding()).isEqualTo("flood");
              assertThat(found.target().address()).isEqualTo(SERVER);
            });
  }

  private static Case shortCalls(long flows) {
    return Case.from(Case.OUTSIDE)
        .to(SERVER, 443, flows, 800 * flows, 3_000 * flows)
        .with(Feature.SHORT_FLOW_SHARE, 0.95)
        .with(Feature.DISTINCT_DST_PORTS, 1);
  }

  @Test
  void theSameShortCallOverAndOverIsRepetitive() {
    Detector detector = OFFICE.detector("--alert.min-severity=40");

    assertThat(shortCalls(149).opens(detector)).isEmpty();
    assertThat(shortCalls(150).opens(detector)).containsExactly("repetitive-short-sessions");
    assertThat(shortCalls(150).with(Feature.SHORT_FLOW_SHARE, 0.89).opens(detector)).isEmpty();
    assertThat(shortCalls(150).with(Feature.FLOW_COUNT, 301).opens(detector)).isEmpty();
    assertThat(shortCalls(150).with(Feature.BYTES_OUT, 3_000_000).opens(detector)).isEmpty();
    assertThat(shortCalls(150).opens(DETECTOR)).as("below the least severity").isEmpty();
    Case unweighed =
        shortCalls(150).with(Feature.BYTES_IN, Double.NaN).with(Feature.BYTES_OUT, Double.NaN);
    assertThat(unweighed.opens(detector)).as("no call is known to be small").isEmpty();
  }

  private static Case at(int port, long flows, long answer) {
    return Case.from(Case.INSIDE).to(CLOUD, port, flows, 500 * flows, answer * flows);
  }

  @Test
  void anAnsweringPortThatTheHistoryHardlyKnowsIsUnusual() {
    Detector detector = OFFICE.detector("--alert.min-severity=40");

    assertThat(at(6667, 20, 700).opens(detector)).containsExactly("unusual-port");
    assertThat(at(6667, 19, 700).opens(detector)).isEmpty();
    assertThat(at(6667, 20, 0).opens(detector)).isEmpty();
    assertThat(at(443, 20, 700).opens(detector)).isEmpty();
    assertThat(
            at(6667, 20, 700)
                .opens(new History().knows(CLOUD, 6667).detector("--alert.min-severity=40")))
        .isEmpty();
  }

  @Test
  void aCountryThatHardlyEverCallsIsAHotSpot() {
    Detector detector = OFFICE.detector("--alert.min-severity=35");

    assertThat(calls(100).country("NZ").opens(detector)).containsExactly("geographic-hot-spot");
    assertThat(calls(99).country("NZ").opens(detector)).isEmpty();
    assertThat(calls(100).country("DE").opens(detector)).isEmpty();
    assertThat(calls(100).opens(detector)).isEmpty();
    assertThat(
            calls(100)
                .country("NZ")
                .opens(new History().withoutCountries().detector("--alert.min-severity=35")))
        .isEmpty();
  }

  @Test
  void ruleAfterRuleIsABurst() {
    Case hits = calls(30).with(Feature.RULE_HITS, 10);

    assertThat(hits.opens(DETECTOR)).containsExactly("waf-rule-burst");
    assertThat(hits.with(Feature.RULE_HITS, 9).opens(DETECTOR)).isEmpty();
    assertThat(
            hits.with(Feature.RULE_HITS, 29)
                .opens(new History().p999(Feature.RULE_HITS, 10).detector()))
        .isEmpty();
  }

  @Test
  void farMoreOfTheUsualIsASpike() {
    Detector detector = OFFICE.detector("--alert.min-severity=30");
    Case spike =
        Case.from(Case.INSIDE)
            .with(Feature.FLOW_COUNT, 1_000)
            .with(Feature.DISTINCT_DST_PORTS, 20)
            .with(Feature.DISTINCT_DST_IPS, 30);

    assertThat(spike.opens(detector)).contains("traffic-spike");
    assertThat(spike.with(Feature.FLOW_COUNT, 999).opens(detector)).doesNotContain("traffic-spike");
    assertThat(spike.with(Feature.BYTES_OUT, 249e6).opens(detector)).isEmpty();
    assertThat(spike.with(Feature.BYTES_OUT, 251e6).opens(detector)).contains("traffic-spike");
  }

  @Test
  void oneFlowThatCarriesFarMoreIsASpikeToo() {
    Case few = Case.from(Case.INSIDE).with(Feature.FLOW_COUNT, 1).with(Feature.BYTES_OUT, 10e9);

    assertThat(few.opens(OFFICE.detector())).containsExactly("traffic-spike");
  }

  @Test
  void whatATargetGotInTrainingIsNoSpike() {
    Case backup = Case.from(Case.INSIDE).to("10.0.0.77", 873, 3, 3_000_000_000L, 20_000);

    assertThat(backup.opens(OFFICE.detector())).containsExactly("traffic-spike");
    assertThat(new History().peak("10.0.0.77", 873, 10, 1_000_000_000, 1).detector())
        .satisfies(detector -> assertThat(backup.opens(detector)).isEmpty());
  }

  @Test
  void flowsAreASpikeOnlyFromTheLeastThatAlertsOn() {
    Case spike =
        Case.from(Case.INSIDE)
            .with(Feature.FLOW_COUNT, 1_500)
            .with(Feature.DISTINCT_DST_PORTS, 20)
            .with(Feature.DISTINCT_DST_IPS, 30);
    String severity = "--alert.min-severity=30";

    assertThat(spike.opens(OFFICE.detector(severity, "--alert.min-flows=1500")))
        .contains("traffic-spike");
    assertThat(spike.judgedBy(OFFICE.detector(severity, "--alert.min-flows=1501"))).isEmpty();
  }

  @Test
  void whatHasNoNameIsUnusualWhereTheScoreAlerts() {
    Detection found =
        Case.from(Case.INSIDE)
            .score(0.99, true)
            .judgedBy(OFFICE.detector("--alert.min-severity=1"))
            .orElseThrow();

    assertThat(found.finding()).isEqualTo("unusual-behaviour");
    assertThat(found.origin()).isEqualTo(Origin.SCORE);
    assertThat(found.opens()).isTrue();
  }
}
