package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertFormat;
import dev.weir.alert.Status;
import dev.weir.feature.Late;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.model.ScoredWindow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionPipelineITCase {

  private static final long HOUR = 3_600_000;
  private static final long DISORDER = 30_000;
  private static final ShippedModel SLIDING = SmallModel.shipped(new WindowSpec(120_000, 60_000));
  private static final ShippedModel TUMBLING = SmallModel.shipped(WindowSpec.tumbling(60_000));
  private static final Comparator<ScoredWindow> ORDER =
      Comparator.comparingLong((ScoredWindow window) -> window.vector().windowStart())
          .thenComparing(window -> window.vector().source());

  @TempDir private Path folder;

  @Test
  void givesTheSameScoresWithOneSubtaskAndWithTwo() throws Exception {
    List<List<? extends Entry>> splits =
        List.of(Flows.mixed(1, 2000, HOUR), Flows.mixed(2, 2000, HOUR), Flows.mixed(3, 10, HOUR));
    Run one = Run.of(Traffic.ending(splits), files(), SLIDING, 1);
    Run two = Run.of(Traffic.ending(splits), files(), SLIDING, 2);

    Accounting ofOne = one.execute();
    Accounting ofTwo = two.execute();

    assertThat(ofOne).isEqualTo(ofTwo);
    assertThat(ofOne.addsUp()).isTrue();
    assertThat(ofOne.decoded()).isEqualTo(4010);
    assertThat(ofOne.late()).isZero();
    assertThat(sorted(one.scores().content()))
        .hasSizeGreaterThan(300)
        .isEqualTo(sorted(two.scores().content()));
    assertThat(told(one)).hasSizeGreaterThan(10).isEqualTo(told(two));
    assertThat(ofOne.windows()).isEqualTo(one.scores().content().size());
    assertThat(ofOne.incidents().alerts()).isEqualTo(one.alerts().content().size());
  }

  @Test
  void anotherArrivalOrderGivesTheSameIncidents() throws Exception {
    List<FlowRecord> mixed = Flows.mixed(6, 4000, HOUR);
    List<FlowRecord> inOrder =
        mixed.stream().sorted(Comparator.comparingLong(FlowRecord::eventTime)).toList();
    List<FlowRecord> even = new ArrayList<>();
    List<FlowRecord> odd = new ArrayList<>();
    for (int i = 0; i < mixed.size(); i++) {
      (i % 2 == 0 ? even : odd).add(mixed.get(i));
    }
    Run one = Run.of(Traffic.ending(List.of(mixed)), files(), SLIDING, 1);
    Run other = Run.of(Traffic.ending(List.of(inOrder)), files(), SLIDING, 2);
    Run apart = Run.of(Traffic.ending(List.of(even, odd)), files(), SLIDING, 2);

    Accounting accounting = one.execute();

    assertThat(other.execute()).isEqualTo(accounting);
    assertThat(apart.execute()).isEqualTo(accounting);
    assertThat(told(one)).hasSizeGreaterThan(10).isEqualTo(told(other)).isEqualTo(told(apart));
  }

  @Test
  void anIncidentIsClosedOnlyOnceItsQuietPeriodWasSeen() throws Exception {
    List<Entry> seen = new ArrayList<>(Flows.at("a", 65_000, SmallModel.ALERTING_FLOWS));
    List<Entry> partly = new ArrayList<>(seen);
    partly.add(new Gap("", List.of("a"), 180_000, 600_000));
    for (List<Entry> entries : List.of(seen, partly)) {
      entries.add(Flows.at("b", HOUR));
    }
    Run known = Run.of(Traffic.ending(List.of(seen)), files(), TUMBLING, 1);
    Run blind = Run.of(Traffic.ending(List.of(partly)), files(), TUMBLING, 1);

    Accounting accounting = known.execute();
    Accounting ofBlind = blind.execute();

    assertThat(closings(known)).containsExactly(120_000L + 300_000);
    assertThat(closings(blind)).containsExactly(600_000L + 300_000);
    assertThat(ofBlind.ignored()).containsExactly(entry(Ignored.SKIP_DATA, 1L));
    assertThat(ofBlind.addsUp()).isTrue();
    assertThat(ofBlind.incidents()).isEqualTo(accounting.incidents());
  }

  private static List<Long> closings(Run run) {
    return run.alerts().content().stream()
        .filter(alert -> alert.status() == Status.CLOSE)
        .map(alert -> alert.incident().closedAt())
        .toList();
  }

  @Test
  void sendsEveryEntryWhereItBelongs() throws Exception {
    DeadLetter letter =
        new DeadLetter(DeadLetterReason.BAD_TIME, "detail", "origin", -1, new byte[] {1}, false);
    FlowRecord late = Flows.at("a", 0);
    List<Entry> entries = new ArrayList<>(Flows.at("a", 65_000, SmallModel.ALERTING_FLOWS));
    entries.add(letter);
    entries.add(Ignored.NO_DATA);
    entries.add(Flows.at("b", 100_000));
    entries.add(late);

    Run run = Run.of(Traffic.ending(List.of(entries)), files(), TUMBLING, 1);
    Accounting accounting = run.execute();

    assertThat(accounting.addsUp()).isTrue();
    assertThat(run.deadLetters().content()).containsExactly(letter);
    assertThat(run.late().content()).containsExactly(new Late.Flow(late));
    assertThat(run.alerts().content())
        .extracting(alert -> alert.incident().key().name(), Alert::status)
        .containsExactly(tuple("a", Status.OPEN), tuple("a", Status.CLOSE));
    assertThat(run.scores().content()).hasSize(2);
    assertThat(accounting.windows()).isEqualTo(2);
    assertThat(accounting.late()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void makesOfAFailureNothingThatAnybodyCouldTell(int parallelism) throws Exception {
    List<List<? extends Entry>> splits =
        List.of(Flows.mixed(4, 3000, HOUR), Flows.mixed(5, 3000, HOUR));
    Run undisturbed = Run.of(Traffic.ending(splits), files(), SLIDING, parallelism);
    Traffic failing = Traffic.failing(splits, 1500);
    Run disturbed = Run.of(failing, files(), SLIDING, parallelism).checkpointed(folder);

    Accounting expected = undisturbed.execute();
    Accounting accounting = disturbed.execute();

    assertThat(failing.hasFailed()).isTrue();
    assertThat(accounting).isEqualTo(expected);
    assertThat(accounting.addsUp()).isTrue();
    assertThat(new HashSet<>(told(disturbed))).isEqualTo(new HashSet<>(told(undisturbed)));
    assertThat(new HashSet<>(disturbed.scores().content()))
        .isEqualTo(new HashSet<>(undisturbed.scores().content()));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void countsRepeatedEventsOnceThroughAFailure() throws Exception {
    List<FlowRecord> flows = Flows.mixed(4, 1000, HOUR);
    List<Entry> twice = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      twice.add(new DeliveredFlow("topic-0", i + 1, flows.get(i)));
    }
    for (int i = 0; i < flows.size(); i++) {
      twice.add(new DeliveredFlow("topic-0", i + 1, flows.get(i)));
    }
    Run once = Run.of(Traffic.ending(List.of(flows)), files(), SLIDING, 1);
    Traffic failing = Traffic.failing(List.of(twice), 1500);
    Run repeated =
        Run.of(failing, FlowWatermarks.ofFiles(2 * HOUR), SLIDING, 1).checkpointed(folder);

    Accounting expected = once.execute();
    Accounting accounting = repeated.execute();

    assertThat(failing.hasFailed()).isTrue();
    assertThat(accounting.addsUp()).isTrue();
    assertThat(accounting.setAside()).containsEntry(SetAside.DUPLICATE_EVENT, 1000L);
    assertThat(accounting.windowed()).isEqualTo(expected.windowed() + expected.late());
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void closesWindowsByTheWallClockOnceEverySplitIsSilent() throws Exception {
    List<List<? extends Entry>> splits =
        List.of(Flows.at("a", 60_000, 3), Flows.at("b", 59_000, 2), List.of());
    Run run =
        Run.of(
            Traffic.silent(splits),
            FlowWatermarks.ofStream(
                Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMillis(1500)),
            SmallModel.shipped(new WindowSpec(60_100, 60_100)),
            2);

    JobClient job = run.env().executeAsync("test");
    try {
      run.scores().await(2);
    } finally {
      job.cancel().get();
    }

    assertThat(run.scores().content())
        .extracting(window -> window.vector().source().address())
        .containsExactlyInAnyOrder("a", "b");
  }

  private static FlowWatermarks files() {
    return FlowWatermarks.ofFiles(DISORDER);
  }

  private static List<ScoredWindow> sorted(List<ScoredWindow> scores) {
    return scores.stream().sorted(ORDER).toList();
  }

  /** Alerts as they are written. */
  private static List<String> told(Run run) {
    return run.alerts().content().stream()
        .map(alert -> new String(AlertFormat.NATIVE.toBytes(alert), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }
}
