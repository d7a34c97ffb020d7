package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Evidence;
import dev.weir.feature.Feature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Guessing of passwords by one source, and work that looks like it. */
class LoginFindingsTest {

  private static final String SERVER = "10.0.0.5";
  private static final History OFFICE = new History();
  private static final Detector DETECTOR = OFFICE.detector();

  private static Case guessing(int port, long attempts, long bytesEach) {
    return Case.from(Case.OUTSIDE)
        .with(Feature.FLOW_COUNT, attempts)
        .to(SERVER, port, attempts, attempts * bytesEach / 2, attempts * bytesEach / 2)
        .with(Feature.DISTINCT_DST_PORTS, 1);
  }

  @Test
  void manySmallConnectionsToOneLoginServerAreGuessing() {
    assertThat(guessing(22, 40, 5_000).opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing(3389, 30, 4_000).opens(DETECTOR)).containsExactly("rdp-brute-force");
  }

  @Test
  void guessingBeginsAtTheTenthConnectionAndTheSixteenthKilobyte() {
    assertThat(guessing(22, 9, 5_000).opens(DETECTOR)).isEmpty();
    assertThat(guessing(22, 10, 5_000).opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing(22, 10, 16_000).opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing(22, 10, 16_002).opens(DETECTOR)).isEmpty();
    assertThat(guessing(3389, 10, 64_000).opens(DETECTOR)).containsExactly("rdp-brute-force");
    assertThat(guessing(3389, 10, 64_002).opens(DETECTOR)).isEmpty();
    assertThat(guessing(22, 49, 90_000).opens(DETECTOR)).isEmpty();
    assertThat(guessing(22, 50, 90_000).opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(
            guessing(22, 12, 5_000).opens(OFFICE.detector("--finding.ssh-brute-force.attempts=13")))
        .isEmpty();
  }

  @Test
  void fetchingFromAGitServerThatIsUsedToItIsNoGuessing() {
    Detector detector = new History().peak(SERVER, 22, 90, 1_000_000, 4).detector();

    assertThat(guessing(22, 134, 8_000).opens(detector)).isEmpty();
    assertThat(guessing(22, 135, 8_000).opens(detector)).containsExactly("ssh-brute-force");
  }

  private static Case spread(int servers, long each, long bytesEach) {
    Case guessing = Case.from(Case.OUTSIDE).with(Feature.FLOW_COUNT, servers * each);
    for (int i = 0; i < servers; i++) {
      guessing.to("10.0.1." + i, 22, each, each * bytesEach / 2, each * bytesEach / 2);
    }
    return guessing;
  }

  @Test
  void guessingAtManyServersIsGuessingHoweverFewTriesEachGets() {
    assertThat(spread(30, 9, 5_000).opens(DETECTOR)).contains("ssh-brute-force");
    assertThat(spread(6, 5, 5_000).opens(DETECTOR)).contains("ssh-brute-force");
    assertThat(spread(6, 5, 5_000).early().opens(DETECTOR)).contains("ssh-brute-force");
    assertThat(spread(5, 5, 5_000).opens(DETECTOR)).doesNotContain("ssh-brute-force");
    assertThat(spread(30, 4, 5_000).opens(DETECTOR))
        .as("configuration management")
        .doesNotContain("ssh-brute-force");
    assertThat(spread(6, 5, 60_000).opens(DETECTOR)).doesNotContain("ssh-brute-force");
  }

  @Test
  void noneOfManyServersIsDeniedForAHostInsideThatGuesses() {
    Case guessing = Case.from(Case.INSIDE).with(Feature.FLOW_COUNT, 270);
    for (int i = 0; i < 30; i++) {
      guessing.to("52.1.2." + i, 22, 9, 20_000, 20_000);
    }

    Detection found = guessing.judgedBy(DETECTOR).orElseThrow();

    assertThat(found.finding()).isEqualTo("ssh-brute-force");
    assertThat(found.advice().control()).isNull();
    assertThat(found.advice().text()).startsWith("Isolate " + Case.INSIDE);
  }

  @Test
  void logsWithoutTargetsTellGuessingByShareOfPort() {
    Case guessing =
        Case.from(Case.OUTSIDE)
            .with(Feature.FLOW_COUNT, 40)
            .with(Feature.PORT_22_SHARE, 1)
            .with(Feature.BYTES_IN, 80_000)
            .with(Feature.BYTES_OUT, 90_000);

    assertThat(guessing.opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing.with(Feature.PORT_22_SHARE, 0.2).opens(DETECTOR)).isEmpty();
  }

  /** Logins in a log that tells no bytes. */
  private static Case unweighed(int port, long logins) {
    return Case.from(Case.OUTSIDE)
        .to(SERVER, port, logins, 0, 0)
        .with(Feature.FLOW_COUNT, logins)
        .with(Feature.BYTES_IN, Double.NaN)
        .with(Feature.BYTES_OUT, Double.NaN)
        .trying(Map.of(22, 0L, 3389, 0L));
  }

  @Test
  void loginsOfUnknownSizeAreGuessingOnlyWhereThereAreSoManyThatSizeDoesNotMatter() {
    assertThat(unweighed(22, 49).opens(DETECTOR)).isEmpty();
    assertThat(unweighed(22, 50).opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(unweighed(3389, 49).opens(DETECTOR)).isEmpty();
    assertThat(unweighed(3389, 50).opens(DETECTOR)).containsExactly("rdp-brute-force");
  }

  @Test
  void bytesOfOtherFlowsDoNotMakeLoginsOfUnknownSizeSmall() {
    assertThat(unweighed(22, 49).to("10.0.0.9", 443, 1, 500, 900).opens(DETECTOR)).isEmpty();
  }

  @Test
  void loginsThatAreKnownToMoveNothingAreSmall() {
    assertThat(guessing(22, 10, 0).trying(Map.of(22, 10L)).opens(DETECTOR))
        .containsExactly("ssh-brute-force");
  }

  @Test
  void ofAShareOfPortWithoutBytesManyMoreAreAskedFor() {
    Case logins =
        Case.from(Case.OUTSIDE).with(Feature.FLOW_COUNT, 49).with(Feature.PORT_22_SHARE, 1);

    assertThat(logins.opens(DETECTOR)).isEmpty();
    assertThat(logins.with(Feature.FLOW_COUNT, 50).opens(DETECTOR))
        .containsExactly("ssh-brute-force");
  }

  /** Of twelve logins to a server that move much in all, because of a few, ten are small. */
  private static Case mixed() {
    return guessing(22, 12, 90_000).trying(Map.of(22, 10L));
  }

  @Test
  void manySmallLoginsAreGuessingWhateverOthersMove() {
    assertThat(mixed().opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(mixed().early().opens(DETECTOR)).containsExactly("ssh-brute-force");
    assertThat(guessing(22, 12, 90_000).trying(Map.of(22, 9L)).opens(DETECTOR)).isEmpty();
  }

  @Test
  void smallLoginsAreNotAskedForWhereLessIsSmall() {
    Detector strict = OFFICE.detector("--finding.ssh-brute-force.max-bytes=15999");

    assertThat(mixed().opens(strict)).isEmpty();
    assertThat(mixed().early().opens(strict)).isEmpty();
    assertThat(guessing(22, 12, 15_000).opens(strict)).containsExactly("ssh-brute-force");
    assertThat(guessing(22, 50, 15_000).early().opens(strict)).containsExactly("ssh-brute-force");
  }

  @Test
  void whatCountsAsASmallLoginIsTheDefaultOfTheOption() {
    List<OptionSpec> options = new CommandLine(new FindingOptions()).getCommandSpec().options();

    assertThat(defaultOf("--finding.ssh-brute-force.max-bytes", options))
        .isEqualTo(Evidence.mostTryBytes(22));
    assertThat(defaultOf("--finding.rdp-brute-force.max-bytes", options))
        .isEqualTo(Evidence.mostTryBytes(3389));
  }

  private static long defaultOf(String name, List<OptionSpec> options) {
    return options.stream()
        .filter(option -> option.longestName().equals(name))
        .mapToLong(option -> Long.parseLong(option.defaultValue()))
        .sum();
  }
}
