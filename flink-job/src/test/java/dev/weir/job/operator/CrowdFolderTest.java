package dev.weir.job.operator;

import static dev.weir.job.Found.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.CrowdKey;
import dev.weir.alert.IncidentKey;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import dev.weir.job.Found;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrowdFolderTest {

  private static final long QUIET = 5 * MINUTE;

  @Test
  void twoSourcesPassAsTheyAreWithTheWatermarkThatClosedTheirWindow() throws Exception {
    try (var folder = open(Backend.HEAP.get(), null)) {
      Detection a = Found.inWindow(0).by("203.0.113.1").severe(60).get();
      Detection b = Found.inWindow(0).by("203.0.113.2").severe(80).get();
      folder.processElement(a, 0);
      folder.processElement(b, 0);
      assertThat(folder.extractOutputValues()).isEmpty();

      folder.processWatermark(MINUTE - 1);

      assertThat(folder.extractOutputValues()).containsExactly(b, a);
      assertThat(folder.getOutput()).last().isEqualTo(new Watermark(MINUTE - 1));
    }
  }

  @Test
  void threeAreOneMatterOfTheTargetWhateverTheirOrder() throws Exception {
    List<Detection> crowd = crowd(0, 3);
    List<List<Detection>> told = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      Collections.shuffle(crowd, new Random(seed));
      try (var folder = open(Backend.HEAP.get(), null)) {
        takeAll(folder, crowd);
        folder.processWatermark(MINUTE - 1);
        told.add(folder.extractOutputValues());
      }
    }

    assertThat(told.stream().distinct()).hasSize(1);
    assertThat(told.get(0))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.TARGET);
              assertThat(found.target()).isEqualTo(Found.TARGET);
              assertThat(found.sources()).isEqualTo(3);
            });
  }

  @Test
  void pairsOfThreeSourcesWithOneTargetAreOneMatterOfItAndOfTwoAreNot() throws Exception {
    for (int sources = 2; sources <= 3; sources++) {
      try (var folder = open(Backend.HEAP.get(), null)) {
        for (int i = 0; i < sources; i++) {
          folder.processElement(Found.inWindow(0).by("10.0.0." + i).paired().get(), 0);
        }
        folder.processWatermark(MINUTE - 1);

        List<Detection> settled = folder.extractOutputValues();
        assertThat(settled).hasSize(sources < 3 ? 2 : 1);
        assertThat(settled)
            .extracting(found -> IncidentKey.of(found).kind())
            .containsOnly(sources < 3 ? Kind.PAIR : Kind.TARGET);
        assertThat(settled).extracting(Detection::sources).containsOnly(sources < 3 ? 1L : 3L);
      }
    }
  }

  @Test
  void whoComesSoonAfterBelongsToThemAndWhoComesLaterDoesNot() throws Exception {
    try (var folder = open(Backend.HEAP.get(), null)) {
      takeAll(folder, crowd(0, 3));
      folder.processWatermark(MINUTE - 1);
      takeAll(folder, crowd(4, 1));
      folder.processElement(Found.inWindow(5).by("203.0.113.99").early(16).get(), 0);
      folder.processWatermark(5 * MINUTE);
      takeAll(folder, crowd(30, 1));
      folder.processWatermark(40 * MINUTE);

      assertThat(folder.extractOutputValues())
          .extracting(Detection::kind)
          .containsExactly(Kind.TARGET, Kind.TARGET, Kind.SOURCE);
    }
  }

  @Test
  void aLookAtAnOpenWindowDoesNotWait() throws Exception {
    try (var folder = open(Backend.HEAP.get(), null)) {
      Detection early = Found.inWindow(0).early(16).get();

      folder.processElement(early, 0);

      assertThat(folder.extractOutputValues()).containsExactly(early);

      folder.processWatermark(MINUTE - 1);
      assertThat(folder.numKeyedStateEntries()).isZero();
      assertThat(folder.numEventTimeTimers()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromTheThirdSourceOnLooksAreOneMatterOfTheTarget(Backend backend) throws Exception {
    List<Detection> told;
    OperatorSubtaskState state;
    try (var folder = open(backend.get(), null)) {
      look(folder, "203.0.113.1", 16);
      look(folder, "203.0.113.2", 16);
      look(folder, "203.0.113.1", 32);
      told = new ArrayList<>(folder.extractOutputValues());
      state = folder.snapshot(1, 1);
    }
    try (var folder = open(backend.get(), state)) {
      look(folder, "203.0.113.3", 16);
      look(folder, "203.0.113.4", 16);
      look(folder, "203.0.113.1", 64);
      told.addAll(folder.extractOutputValues());

      assertThat(told)
          .extracting(Detection::kind)
          .containsExactly(Kind.SOURCE, Kind.SOURCE, Kind.SOURCE, Kind.TARGET);
      Detection crowd = told.get(3);
      assertThat(crowd.early()).isTrue();
      assertThat(crowd.sources()).isEqualTo(3);
      assertThat(crowd.target()).isEqualTo(Found.TARGET);

      takeAll(folder, crowd(0, 5));
      folder.processWatermark(MINUTE - 1);
      assertThat(folder.extractOutputValues())
          .last()
          .satisfies(closed -> assertThat(closed.sources()).isEqualTo(5));
    }
  }

  @Test
  void looksOfAnotherWindowAreAnotherMatter() throws Exception {
    try (var folder = open(Backend.HEAP.get(), null)) {
      look(folder, "203.0.113.1", 16);
      look(folder, "203.0.113.2", 16);
      folder.processElement(Found.inWindow(1).by("203.0.113.3").early(16).get(), 0);

      assertThat(folder.extractOutputValues()).hasSize(3).allMatch(f -> f.kind() == Kind.SOURCE);
    }
  }

  private static void look(
      KeyedOneInputStreamOperatorTestHarness<CrowdKey, Detection, Detection> folder,
      String source,
      long flows)
      throws Exception {
    folder.processElement(Found.inWindow(0).by(source).early(flows).get(), 0);
  }

  @Test
  void thoseWhoDoSomethingElseAreOthers() throws Exception {
    try (var folder = open(Backend.HEAP.get(), null)) {
      takeAll(folder, crowd(0, 2));
      folder.processElement(Found.inWindow(0).by("203.0.113.9").named("port-scan").get(), 0);
      folder.processWatermark(MINUTE - 1);

      assertThat(folder.extractOutputValues()).hasSize(3).allMatch(f -> f.kind() == Kind.SOURCE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNeitherStateNorTimersBehind(Backend backend) throws Exception {
    try (var folder = open(backend.get(), null)) {
      for (int minute = 0; minute < 3; minute++) {
        takeAll(folder, crowd(minute, 40));
        takeAll(folder, crowd(minute + 1, 1));
      }
      folder.processWatermark(4 * MINUTE);
      assertThat(folder.numEventTimeTimers()).isPositive();

      folder.processWatermark(4 * MINUTE + QUIET);

      assertThat(folder.numEventTimeTimers()).isZero();
      if (backend == Backend.HEAP) {
        assertThat(folder.numKeyedStateEntries()).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterASnapshotAsIfNothingHadHappened(Backend backend) throws Exception {
    List<Detection> crowd = crowd(0, 5);
    List<Detection> undisturbed;
    try (var folder = open(backend.get(), null)) {
      takeAll(folder, crowd);
      folder.processWatermark(MINUTE - 1);
      undisturbed = folder.extractOutputValues();
    }

    OperatorSubtaskState state;
    try (var before = open(backend.get(), null)) {
      takeAll(before, crowd.subList(0, 2));
      state = before.snapshot(1, 1);
    }
    try (var after = open(backend.get(), state)) {
      takeAll(after, crowd.subList(2, 5));
      after.processWatermark(MINUTE - 1);

      assertThat(after.extractOutputValues()).isEqualTo(undisturbed);
    }
  }

  private static List<Detection> crowd(int minute, int sources) {
    List<Detection> crowd = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      crowd.add(Found.inWindow(minute).by("203.0.113." + i).severe(60 + i % 3).get());
    }
    return crowd;
  }

  private static void takeAll(
      KeyedOneInputStreamOperatorTestHarness<CrowdKey, Detection, Detection> folder,
      List<Detection> found)
      throws Exception {
    for (Detection one : found) {
      folder.processElement(one, 0);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<CrowdKey, Detection, Detection> open(
      StateBackend backend, OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CrowdFolder(QUIET)),
            CrowdKey::of,
            WireType.CROWD_KEY.<CrowdKey>info(),
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    harness.setStateBackend(backend);
    harness.setup(
        WireType.DETECTION.<Detection>info().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
