package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.explain.Reason;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.flow.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What only the victim sees. */
class TargetFindingsTest {

  private static final String SERVER = "10.0.0.5";

  /** A site of 200 flows by 80 sources a minute at most. */
  private static final History SITE = new History().peak(SERVER, 443, 200, 1_000_000, 80);

  private static final Detector DETECTOR = SITE.detector();

  private static TargetView view(
      int port, long flows, long sources, double bytesEach, double rejected, long busiest) {
    return new TargetView(
        new TargetKey(SERVER, port),
        Case.START,
        Case.START + Case.MINUTE,
        flows,
        flows * bytesEach / 4,
        flows * bytesEach * 3 / 4,
        sources,
        rejected,
        0.5,
        bytesEach <= TargetView.TINY_BYTES ? 1 : 0,
        sample(flows, sources, busiest),
        Case.START,
        Case.START + Case.MINUTE - 1,
        Truth.UNKNOWN,
        false);
  }

  /** The busiest source, and seven that share the rest with all others. */
  private static List<SourceCount> sample(long flows, long sources, long busiest) {
    List<SourceCount> sample = new ArrayList<>();
    sample.add(new SourceCount(new SourceKey("", "31.7.8.9"), busiest));
    long each = (flows - busiest) / Math.max(1, sources - 1);
    for (int i = 1; i < Math.min(8, sources); i++) {
      sample.add(new SourceCount(new SourceKey("", "31.7.0." + i), each));
    }
    return sample;
  }

  private static List<String> opens(TargetView view, Detector detector) {
    return detector.judge(view).filter(Detection::opens).stream().map(Detection::finding).toList();
  }

  @Test
  void aMillionForgedSourcesAreOneFlood() {
    Detection found = DETECTOR.judge(view(443, 1_000_000, 1_000_000, 60, 0, 1)).orElseThrow();

    assertThat(found.opens()).isTrue();
    assertThat(found.kind()).isEqualTo(Kind.TARGET);
    assertThat(found.finding()).isEqualTo("flood");
    assertThat(found.source()).isNull();
    assertThat(found.sources()).isEqualTo(1_000_000);
    assertThat(found.severity()).isGreaterThanOrEqualTo(Level.CRITICAL.from());
    assertThat(found.origin()).isEqualTo(Origin.SIGNATURE);
    assertThat(found.advice().control()).as("forged addresses are nobody's to deny").isNull();
    assertThat(found.explanation().reasons())
        .extracting(Reason::feature)
        .startsWith("target.flows", "target.sources");
    assertThat(found.explanation().reasons().get(0).text())
        .isEqualTo(
            "999,999 flows from all but the busiest of 1,000,000 sources in 60 s; normal for this"
                + " target: at most 200");
  }

  @Test
  void aFloodBeginsAtThreeTimesThePeak() {
    assertThat(opens(view(443, 602, 301, 60, 0, 2), DETECTOR)).containsExactly("flood");
    assertThat(opens(view(443, 600, 300, 60, 0, 2), DETECTOR)).isEmpty();
    assertThat(opens(view(443, 100_000, 9, 60, 0, 20_000), DETECTOR)).doesNotContain("flood");
    assertThat(opens(view(443, 100_000, 10, 60, 0, 20_000), DETECTOR)).containsExactly("flood");
  }

  @Test
  void aFlashCrowdIsNoFlood() {
    assertThat(opens(view(443, 3_600, 1_200, 30_000, 0.02, 3), DETECTOR)).isEmpty();
    assertThat(opens(view(443, 3_600, 1_200, 30_000, 0.5, 3), DETECTOR)).containsExactly("flood");
    assertThat(opens(view(443, 3_600, 400, 30_000, 0.02, 9), DETECTOR)).containsExactly("flood");
    assertThat(opens(view(443, 4_200, 1_400, 30_000, 0.02, 3), DETECTOR))
        .as("twenty times the peak harms whoever comes")
        .containsExactly("flood");
  }

  private static TargetView with(TargetView view, double bytesOut, double tinyShare) {
    return new TargetView(
        view.target(),
        view.windowStart(),
        view.windowEnd(),
        view.flows(),
        view.bytesIn(),
        bytesOut,
        view.sources(),
        view.rejectedShare(),
        view.shortShare(),
        tinyShare,
        view.topSources(),
        view.firstSeen(),
        view.lastSeen(),
        view.truth(),
        false);
  }

  @Test
  void largeFlowsDoNotHideThatHalfOfThemAreNotServed() {
    TargetView mixed = view(443, 3_600, 1_200, 30_000, 0.02, 3);

    assertThat(opens(with(mixed, mixed.bytesOut(), 0.49), DETECTOR)).isEmpty();
    assertThat(opens(with(mixed, mixed.bytesOut(), 0.5), DETECTOR)).containsExactly("flood");
  }

  @Test
  void whatCountsAsNotServedIsTheDefaultOfTheOption() {
    assertThat(
            new CommandLine(new FindingOptions())
                .getCommandSpec()
                .findOption("--finding.flood.max-bytes")
                .defaultValue())
        .isEqualTo(String.valueOf(TargetView.TINY_BYTES));
  }

  @Test
  void ofLoginsOfWhichOneDirectionIsToldFiveTimesAsManyAreAskedFor() {
    Detector detector = new History().peak(SERVER, 22, 12, 100_000, 6).detector();

    assertThat(opens(with(view(22, 80, 40, 5_000, 0, 3), Double.NaN, 0), detector)).isEmpty();
    assertThat(opens(with(view(22, 160, 40, 5_000, 0, 3), Double.NaN, 0), detector))
        .containsExactly("ssh-brute-force");
  }

  @Test
  void oneLoudSourceIsLeftToItsOwnWindow() {
    assertThat(DETECTOR.judge(view(443, 14_000, 60, 1_000, 0.5, 13_900))).isEmpty();
  }

  @Test
  void oneLoudSourceThatTheSampleMissesIsAsWell() {
    TargetView view = view(443, 14_000, 60, 1_000, 0.5, 13_900);
    TargetView missing =
        new TargetView(
            view.target(),
            view.windowStart(),
            view.windowEnd(),
            view.flows(),
            view.bytesIn(),
            view.bytesOut(),
            view.sources(),
            view.rejectedShare(),
            view.shortShare(),
            view.tinyShare(),
            view.topSources().subList(1, 8),
            view.firstSeen(),
            view.lastSeen(),
            view.truth(),
            false);

    assertThat(DETECTOR.judge(missing)).isEmpty();
  }

  @Test
  void halfAFloodKeepsOneFromClosing() {
    Detection found = DETECTOR.judge(view(443, 302, 151, 60, 0, 2)).orElseThrow();

    assertThat(found.opens()).isFalse();
    assertThat(found.finding()).isEqualTo("flood");
    assertThat(found.explanation().reasons()).isEmpty();
    assertThat(DETECTOR.judge(view(443, 298, 149, 60, 0, 2))).isEmpty();
  }

  @Test
  void manyWhoGuessAFewTimesEachAreDistributedGuessing() {
    Detector detector = new History().peak(SERVER, 22, 12, 100_000, 6).detector();

    assertThat(opens(view(22, 80, 40, 5_000, 0, 3), detector)).containsExactly("ssh-brute-force");
    assertThat(opens(view(22, 29, 29, 5_000, 0, 1), detector)).isEmpty();
    assertThat(opens(view(22, 80, 7, 5_000, 0, 3), detector)).isEmpty();
    assertThat(opens(view(22, 40, 40, 16_001, 0, 1), detector)).isEmpty();
    assertThat(opens(view(3389, 90, 40, 5_000, 0, 3), detector)).containsExactly("rdp-brute-force");
  }

  @Test
  void aFewOfWhomEachNearlyGuessesAreDistributedGuessing() {
    Detector detector = new History().peak(SERVER, 22, 12, 100_000, 6).detector();

    assertThat(opens(view(22, 63, 7, 5_000, 0, 9), detector)).containsExactly("ssh-brute-force");
    assertThat(opens(view(22, 45, 5, 5_000, 0, 9), detector)).containsExactly("ssh-brute-force");
    assertThat(opens(view(22, 28, 7, 5_000, 0, 4), detector)).isEmpty();
    assertThat(opens(view(22, 63, 7, 50_000, 0, 9), detector)).isEmpty();
  }

  @Test
  void ofLoginsOfUnknownSizeFiveTimesAsManyAreAskedFor() {
    Detector detector = new History().peak(SERVER, 22, 12, 100_000, 6).detector();

    assertThat(opens(view(22, 149, 149, Double.NaN, 0, 1), detector)).isEmpty();
    assertThat(opens(view(22, 152, 152, Double.NaN, 0, 1), detector))
        .containsExactly("ssh-brute-force");
  }

  @Test
  void peopleWhoLogInAtEightAreNot() {
    Detector detector = new History().peak(SERVER, 3389, 60, 90_000_000, 50).detector();

    assertThat(opens(view(3389, 58, 50, 60_000, 0, 3), detector)).isEmpty();
  }
}
