package dev.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.explain.Reason;
import dev.weir.feature.Feature;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Detection;
import dev.weir.finding.DriftSettings;
import dev.weir.finding.FindingOptions;
import dev.weir.finding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftDayTest {

  private static final DriftBaseline BASELINE = new DriftBaseline(Steady.model());
  private static final DriftSettings SETTINGS = FindingOptions.of().drift();
  private static final long HOUR = DriftCounts.HOUR;

  private DriftDay day = new DriftDay();

  @Test
  void whatIsAsItWasIsNotTold() {
    for (int hour = 0; hour < 30; hour++) {
      assertThat(close(hour, Steady.asTrained(hour))).isEmpty();
    }
  }

  @Test
  void driftIsToldAfterAWholeDayAndThreeHoursOnEnd() {
    for (int hour = 0; hour < 25; hour++) {
      assertThat(close(hour, Steady.tenfold(hour))).as("hour %d", hour).isEmpty();
    }
    List<Detection> found = close(25, Steady.tenfold(25));

    assertThat(found).extracting(Detection::topic).containsExactly("drift");
    Detection drift = found.get(0);
    assertThat(drift.kind()).isEqualTo(Kind.MODEL);
    assertThat(drift.finding()).isEqualTo("drift");
    assertThat(drift.opens()).isTrue();
    assertThat(drift.severity()).isBetween(50, 85);
    assertThat(drift.windowStart()).isEqualTo(25 * HOUR);
    assertThat(drift.windowEnd()).isEqualTo(26 * HOUR);
    assertThat(drift.scoring().modelId()).isEqualTo("m");
    assertThat(drift.explanation().reasons().get(0).text())
        .startsWith("over the last day flow_count lies otherwise than in training: stability index")
        .endsWith("where 0.1 is little and 0.25 much");
    assertThat(close(26, Steady.tenfold(26))).hasSize(1);
  }

  @Test
  void ofMoreThanAnAlertHasRoomForTheLastReasonNamesTheRest() {
    List<Reason> moved =
        IntStream.rangeClosed(1, 8).mapToObj(i -> DriftTold.reason("f" + i, i)).toList();

    Detection drift = new DriftTold(SETTINGS, 0, "m").drifted(moved);

    assertThat(drift.explanation().reasons())
        .extracting(Reason::feature)
        .containsExactly("f8", "f7", "f6", "f5", "f4");
    assertThat(drift.explanation().reasons().get(4).text()).endsWith("; so do, less, f3, f2, f1");
  }

  @Test
  void whatPassesWithinThreeHoursIsNotTold() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 2; i++) {
        assertThat(close(3 * round + i, Steady.withoutBytes(3 * round + i))).isEmpty();
      }
      assertThat(close(3 * round + 2, Steady.asTrained(3 * round + 2))).isEmpty();
    }
  }

  @Test
  void aFeatureThatGoesMissingIsToldAfterThreeHoursWithoutWaitingForADay() {
    assertThat(close(0, Steady.withoutBytes(0))).isEmpty();
    assertThat(close(1, Steady.withoutBytes(1))).isEmpty();

    List<Detection> found = close(2, Steady.withoutBytes(2));

    assertThat(found).extracting(Detection::topic).containsExactly("feature-missing bytes_in");
    assertThat(found.get(0).explanation().reasons().get(0).text())
        .isEqualTo("100 % of the windows of the last hour lack bytes_in; in training 0 % did");
    assertThat(found.get(0).severity()).isEqualTo(60);
  }

  @Test
  void whatManyWindowsLackIsMissedOnlyOnceHardlyAnyHasIt() {
    assertThat(isJump(0, 0.25)).isTrue();
    assertThat(isJump(0.05, 0.29)).isFalse();
    assertThat(isJump(0.6, 0.9)).as("at night").isFalse();
    assertThat(isJump(0.6, 0.97)).isTrue();
    assertThat(isJump(0, Double.NaN)).as("of too few windows").isFalse();
    assertThat(isJump(0.6, Double.NaN)).isFalse();
  }

  private static boolean isJump(double before, double missing) {
    return DriftDay.isJump(before, missing, SETTINGS.jump());
  }

  @Test
  void howMuchAndForHowLongIsForTheSettingsToSay() {
    DriftSettings patient =
        FindingOptions.of("--finding.feature-missing.hours=4", "--finding.drift.index=99").drift();
    for (int hour = 0; hour < 30; hour++) {
      day.add(Steady.counts(hour, 300, i -> Steady.window(i, 10, Double.NaN)));
      assertThat(day.close(hour * HOUR, BASELINE, patient))
          .as("hour %d", hour)
          .extracting(Detection::finding)
          .isEqualTo(hour < 3 ? List.of() : List.of("feature-missing"));
    }
  }

  @Test
  void whatIsToldOfItIsOfTheCatalogue() {
    for (int hour = 0; hour < 2; hour++) {
      close(hour, Steady.withoutBytes(hour));
    }

    Detection found = close(2, Steady.withoutBytes(2)).get(0);

    assertThat(found.finding()).isEqualTo(SETTINGS.missing().id());
    assertThat(found.severity()).isEqualTo(SETTINGS.missing().severity());
    assertThat(found.advice().text()).isEqualTo(SETTINGS.missing().advice());
  }

  @Test
  void quietHoursAreEmptyHoursOfTheDay() {
    int night = 10;
    int hour = 0;
    while (hour < 25) {
      assertThat(closeByDay(hour, night)).as("hour %d", hour).isEmpty();
      hour++;
    }

    assertThat(closeByDay(25, night)).extracting(Detection::topic).containsExactly("drift");
    for (hour = 26; hour < 48; hour++) {
      assertThat(closeByDay(hour, night)).as("hour %d", hour).hasSize(1);
    }
  }

  /** Tenfold by day; nothing in the first hours of each. */
  private List<Detection> closeByDay(int hour, int night) {
    return hour % 24 < night && hour > 0
        ? day.close(hour * HOUR, BASELINE, SETTINGS)
        : close(hour, Steady.tenfold(hour));
  }

  @Test
  void aDayThatWasMostlySilentSaysNothing() {
    close(0, Steady.asTrained(0));
    for (int hour = 1; hour < 20; hour++) {
      day.close(hour * HOUR, BASELINE, SETTINGS);
    }
    for (int hour = 20; hour < 27; hour++) {
      assertThat(close(hour, Steady.tenfold(hour))).as("hour %d", hour).isEmpty();
    }
  }

  @Test
  void aDayOfFewWindowsSaysNothing() {
    for (int hour = 0; hour < 30; hour++) {
      assertThat(close(hour, Steady.counts(hour, 41, i -> Steady.window(i, 10, 500 + i))))
          .isEmpty();
    }
  }

  @Test
  void anHourWithoutWindowsIsNoHourWithoutAFeature() {
    close(0, Steady.withoutBytes(0));
    close(1, Steady.withoutBytes(1));
    assertThat(day.close(2 * HOUR, BASELINE, SETTINGS)).isEmpty();

    assertThat(close(3, Steady.withoutBytes(3))).isEmpty();
    assertThat(close(4, Steady.withoutBytes(4))).isEmpty();
    assertThat(close(5, Steady.withoutBytes(5))).hasSize(1);
  }

  @Test
  void afterADayOfSilenceNothingIsLeftAndANewDayBegins() {
    for (int hour = 0; hour < 24; hour++) {
      close(hour, Steady.tenfold(hour));
    }
    for (int hour = 24; hour < 48; hour++) {
      assertThat(day.isEmpty()).isFalse();
      day.close(hour * HOUR, BASELINE, SETTINGS);
    }
    assertThat(day.isEmpty()).isTrue();

    for (int hour = 48; hour < 48 + 25; hour++) {
      assertThat(close(hour, Steady.tenfold(hour))).as("hour %d", hour).isEmpty();
    }
    assertThat(close(73, Steady.tenfold(73))).hasSize(1);
  }

  @Test
  void theIndexIsKnownFromTheFirstHourOn() {
    assertThat(day.indices(0, BASELINE)).containsOnly(Double.NaN);

    close(0, Steady.tenfold(0));

    assertThat(day.indices(0, BASELINE)[0]).isGreaterThan(SETTINGS.index());
    assertThat(day.indices(0, BASELINE)[1]).isLessThan(0.1);
  }

  @Test
  void ofTooFewWindowsNothingIsSaid() {
    for (int hour = 0; hour < 4; hour++) {
      assertThat(close(hour, Steady.counts(hour, 199, i -> Steady.window(i, 10, Double.NaN))))
          .isEmpty();
    }
  }

  @Test
  void countsOfOneHourAddUpInAnyOrder() throws IOException {
    DriftCounts a = Steady.counts(0, 70, i -> Steady.window(i, 1, 500));
    DriftCounts b = Steady.counts(0, 50, i -> Steady.window(i, 10, Double.NaN));
    DriftCounts c = Steady.counts(1, 20, i -> Steady.window(i, 1, 1));
    DriftDay other = new DriftDay();

    List.of(a, b, c).forEach(day::add);
    List.of(c, b, a).forEach(other::add);

    assertThat(bytes(day)).isEqualTo(bytes(other));
    assertThat(a.windows()).as("what was added is not changed").isEqualTo(70);
  }

  @Test
  void theNextHourThatHasBegunDoesNotCountYet() {
    for (int hour = 0; hour < 25; hour++) {
      close(hour, Steady.tenfold(hour));
    }
    day.add(Steady.counts(26, 3, i -> Steady.window(i, 10, 500)));

    assertThat(close(25, Steady.tenfold(25))).hasSize(1);
  }

  @Test
  void aModelThatChangesWithinAnHourBeginsANewDay() {
    close(0, Steady.withoutBytes(0));
    close(1, Steady.withoutBytes(1));
    DriftBaseline next = new DriftBaseline(Steady.model("next", Feature.BYTES_IN));
    DriftCounts first = new DriftCounts(HOUR, next);
    for (int i = 0; i < 300; i++) {
      first.add(Steady.window(i, 1, Double.NaN), next);
    }

    day.add(first);

    assertThat(day.close(HOUR, next, SETTINGS))
        .as("the hours before were another model's")
        .isEmpty();
    assertThat(day.close(HOUR, next, SETTINGS)).isEmpty();
    assertThat(day.close(HOUR, next, SETTINGS)).hasSize(1);
  }

  @Test
  void itComesBackFromItsBytes() throws IOException {
    for (int hour = 0; hour < 2; hour++) {
      close(hour, Steady.withoutBytes(hour));
    }
    byte[] bytes = bytes(day);

    day = DriftDay.read(in(bytes));

    assertThat(bytes(day)).isEqualTo(bytes);
    assertThat(bytes(day.copy())).isEqualTo(bytes);
    assertThat(close(2, Steady.withoutBytes(2))).as("hours on end go on").hasSize(1);
  }

  @Test
  void itHasTheseBytes() throws IOException {
    DriftBaseline small = new DriftBaseline(Steady.model("m", Feature.FLOW_COUNT));
    DriftCounts counts = new DriftCounts(7 * HOUR, small);
    counts.add(Steady.window(0, 1, 500), small);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    counts.write(new DataOutputStream(out));
    day.add(counts);

    String hex = HexFormat.of().formatHex(out.toByteArray());

    assertThat(hex)
        .isEqualTo(
            "01" // version
                + "0000000001808580" // hour
                + "00016d" // model
                + "0002" // quantities: the feature and the score
                + "22" // ranges of the feature
                + "0000000000000001"
                + "0000000000000000".repeat(33)
                + "0a" // ranges of the score
                + "0000000000000001"
                + "0000000000000000".repeat(9));
    assertThat(HexFormat.of().formatHex(bytes(day)))
        .isEqualTo(
            "02" // version
                + "0000000001808580" // the first hour
                + "01" // hours
                + hex
                + "0000"); // nothing lasts
  }

  @Test
  void anotherVersionIsRefusedByName() throws IOException {
    byte[] bytes = bytes(day);
    bytes[0] = 9;

    assertThatThrownBy(() -> DriftDay.read(in(bytes)))
        .isInstanceOf(UnknownVersionException.class)
        .hasMessageContaining("day of drift of version 9");
  }

  private List<Detection> close(int hour, DriftCounts counts) {
    day.add(counts);
    return day.close(hour * HOUR, BASELINE, SETTINGS);
  }

  private static byte[] bytes(DriftDay day) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    day.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
