package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.weir.flow.FlowRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PairHistoryTest {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final WindowSpec TUMBLING = WindowSpec.tumbling(MINUTE);
  private static final WindowSpec SLIDING = new WindowSpec(3 * MINUTE, MINUTE);
  private static final TargetKey AFAR = new TargetKey("203.0.113.9", 443);

  @Test
  void tellsOfATargetOnceThereAreSixIntervals() {
    List<PairView> views = through(TUMBLING, KnownTargets.NONE, every(5 * MINUTE, 8, AFAR));

    assertThat(views)
        .extracting(PairView::contacts, PairView::windowStart)
        .containsExactly(tuple(7L, 30 * MINUTE), tuple(8L, 35 * MINUTE));
    PairView last = views.get(1);
    assertThat(last.source()).isEqualTo(Window.SOURCE);
    assertThat(last.target()).isEqualTo(AFAR);
    assertThat(last.windowEnd()).isEqualTo(36 * MINUTE);
    assertThat(last.firstSeen()).isZero();
    assertThat(last.lastSeen()).isEqualTo(35 * MINUTE);
    assertThat(last.bytesIn()).isEqualTo(8 * 100);
    assertThat(last.bytesOut()).isEqualTo(8 * 7);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void findsAnyPeriodFromSecondsToHoursWithItsJitter(
      @ForAll @IntRange(min = 10, max = 5 * 3600) int seconds, @ForAll long seed) {
    Random random = new Random(seed);
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      long jitter = (long) ((random.nextDouble() - 0.5) * 0.1 * seconds * SECOND);
      flows.add(flow(HOUR + i * seconds * SECOND + jitter, AFAR));
    }

    List<PairView> views = through(TUMBLING, KnownTargets.NONE, flows);

    PairView last = views.get(views.size() - 1);
    assertThat((double) last.period() / (seconds * SECOND)).isCloseTo(1, within(0.2));
    assertThat(last.regularity()).isGreaterThan(0.85);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void whatComesByChanceIsNotRegular(@ForAll long seed) {
    Random random = new Random(seed);
    List<FlowRecord> flows = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < 100; i++) {
      time += (long) (-Math.log(1 - random.nextDouble()) * 10 * MINUTE);
      flows.add(flow(time, AFAR));
    }

    List<PairView> views = through(TUMBLING, KnownTargets.NONE, flows);

    assertThat(views.get(views.size() - 1).regularity()).isLessThan(0.6);
  }

  @Test
  void severalConnectionsOfOneVisitAreOneContact() {
    List<FlowRecord> flows = new ArrayList<>();
    for (FlowRecord visit : every(5 * MINUTE, 10, AFAR)) {
      for (int i = 0; i < 5; i++) {
        flows.add(flow(visit.start() + i * 700, AFAR));
      }
    }

    List<PairView> views = through(TUMBLING, KnownTargets.NONE, flows);

    PairView last = views.get(views.size() - 1);
    assertThat(last.contacts()).isEqualTo(10);
    assertThat((double) last.period()).isCloseTo(5 * MINUTE, within(0.2 * 5 * MINUTE));
    assertThat(last.regularity()).isEqualTo(1);
  }

  @Test
  void aVisitOverTheEdgeOfTwoWindowsIsOneContact() {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      flows.add(flow(i * 10 * MINUTE - 100, AFAR));
      flows.add(flow(i * 10 * MINUTE + 100, AFAR));
    }

    List<PairView> views = through(TUMBLING, KnownTargets.NONE, flows);

    assertThat(views.get(views.size() - 1).contacts()).isEqualTo(10);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void windowsThatSlideCountEveryContactOnce(
      @ForAll @IntRange(min = 30, max = 1200) int seconds,
      @ForAll @IntRange(max = 599) int offset) {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      flows.add(flow(HOUR + (offset + (long) i * seconds) * SECOND, AFAR));
    }

    List<PairView> views = through(SLIDING, KnownTargets.NONE, flows);

    PairView last = views.get(views.size() - 1);
    assertThat(last.contacts()).isEqualTo(40);
    assertThat(last.regularity()).isEqualTo(1);
    assertThat((double) last.bytesIn()).isCloseTo(4000, within(700.0));
  }

  @Test
  void whatTheModelKnowsIsNotRemembered() {
    KnownTargets known = KnownTargets.of(List.of(AFAR, new TargetKey("203.0.113.9", 22)));
    List<FlowRecord> flows = every(5 * MINUTE, 10, AFAR);
    flows.addAll(every(5 * MINUTE, 10, new TargetKey("203.0.113.9", 22)));

    assertThat(through(TUMBLING, known, flows)).isEmpty();
    for (SourceView view : windows(TUMBLING, known, flows)) {
      assertThat(PairHistory.isConcernedBy(view, known)).isFalse();
      assertThat(PairHistory.isConcernedBy(view, KnownTargets.NONE)).isTrue();
    }
  }

  @Test
  void forgetsWhatWasNotComeToForSixHoursOrFourPeriods() {
    PairHistory history = history(every(5 * MINUTE, 10, AFAR));
    assertThat(history.nextExpiry(TUMBLING)).isEqualTo(45 * MINUTE + 6 * HOUR);
    history.expire(45 * MINUTE + 6 * HOUR - 1, TUMBLING);
    assertThat(history.isEmpty()).isFalse();
    history.expire(45 * MINUTE + 6 * HOUR, TUMBLING);
    assertThat(history.isEmpty()).isTrue();

    PairHistory slow = history(every(4 * HOUR, 10, AFAR));
    slow.expire(36 * HOUR + 12 * HOUR, TUMBLING);
    assertThat(slow.isEmpty()).isFalse();
    slow.expire(36 * HOUR + 20 * HOUR, TUMBLING);
    assertThat(slow.isEmpty()).isTrue();
  }

  @Test
  void forgettingSoonerOrLaterMakesNoDifference() throws IOException {
    List<FlowRecord> flows = every(2 * HOUR, 3, AFAR);
    every(HOUR, 10, AFAR).forEach(flow -> flows.add(flow(20 * HOUR + flow.start(), AFAR)));
    PairHistory swept = new PairHistory();
    PairHistory left = new PairHistory();
    List<PairView> ofSwept = new ArrayList<>();
    List<PairView> ofLeft = new ArrayList<>();
    for (SourceView view : windows(TUMBLING, KnownTargets.NONE, flows)) {
      for (long hour = 0; hour * HOUR < view.vector().windowEnd(); hour++) {
        swept.expire(hour * HOUR, TUMBLING);
      }
      swept.take(view, TUMBLING, KnownTargets.NONE, ofSwept::add);
      left.take(view, TUMBLING, KnownTargets.NONE, ofLeft::add);
    }

    assertThat(bytes(swept)).isEqualTo(bytes(left));
    assertThat(ofSwept).isEqualTo(ofLeft).isNotEmpty();
  }

  @Test
  void ofMoreTargetsThanItHoldsTheOneComeToLongestAgoGoes() {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < PairHistory.MAX_PAIRS + 36; i++) {
      flows.add(flow(i * MINUTE, new TargetKey("203.0.113." + i, 443)));
    }
    PairHistory history = history(flows);

    assertThat(history.size()).isEqualTo(PairHistory.MAX_PAIRS);
    assertThat(history.nextExpiry(TUMBLING)).isEqualTo(36 * MINUTE + 6 * HOUR);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void comesBackFromItsBytesAndGoesOnTheSame(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int target = random.nextInt(80);
      String address = target % 5 == 0 ? "2001:db8::" + target : "203.0.113." + target;
      flows.add(flow((long) (random.nextDouble() * 20 * HOUR), new TargetKey(address, target)));
    }
    List<SourceView> windows = windows(TUMBLING, KnownTargets.NONE, flows);
    PairHistory history = new PairHistory();
    List<PairView> out = new ArrayList<>();
    PairHistory carried = new PairHistory();
    List<PairView> carriedOut = new ArrayList<>();
    for (SourceView window : windows) {
      history.take(window, TUMBLING, KnownTargets.NONE, out::add);
      carried.take(window, TUMBLING, KnownTargets.NONE, carriedOut::add);
      carried = random.nextBoolean() ? read(bytes(carried)) : carried.copy();
    }

    assertThat(bytes(carried)).isEqualTo(bytes(history)).hasSizeLessThan(64 * 200);
    assertThat(carriedOut).isEqualTo(out);
    for (PairView view : out) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      view.write(new DataOutputStream(bytes));
      assertThat(PairView.read(in(bytes.toByteArray()))).isEqualTo(view);
    }
  }

  @Test
  void aCopyIsIndependentOfWhatItWasMadeOf() throws IOException {
    PairHistory history = history(every(5 * MINUTE, 10, AFAR));
    byte[] before = bytes(history);
    PairHistory copy = history.copy();

    windows(TUMBLING, KnownTargets.NONE, List.of(flow(HOUR, AFAR)))
        .forEach(view -> copy.take(view, TUMBLING, KnownTargets.NONE, pair -> {}));

    assertThat(bytes(history)).isEqualTo(before);
    assertThat(bytes(copy)).isNotEqualTo(before);
  }

  @Test
  void anotherVersionIsRefusedByName() {
    assertThatThrownBy(() -> read(new byte[] {2, 0}))
        .isInstanceOf(UnknownVersionException.class)
        .hasMessage("pair history of version 2 cannot be read: this release knows version 1");
  }

  private static List<FlowRecord> every(long period, int times, TargetKey target) {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      flows.add(flow(i * period, target));
    }
    return flows;
  }

  private static FlowRecord flow(long time, TargetKey target) {
    return FlowRecord.builder()
        .srcIp(Window.SOURCE.address())
        .dstIp(target.address())
        .dstPort(target.port())
        .bytesIn(100)
        .bytesOut(7)
        .start(time)
        .build();
  }

  private static PairHistory history(List<FlowRecord> flows) {
    PairHistory history = new PairHistory();
    windows(TUMBLING, KnownTargets.NONE, flows)
        .forEach(view -> history.take(view, TUMBLING, KnownTargets.NONE, pair -> {}));
    return history;
  }

  private static List<PairView> through(
      WindowSpec window, KnownTargets known, List<FlowRecord> flows) {
    PairHistory history = new PairHistory();
    List<PairView> out = new ArrayList<>();
    windows(window, known, flows).forEach(view -> history.take(view, window, known, out::add));
    return out;
  }

  /** The source's windows in the order in which they close. */
  private static List<SourceView> windows(
      WindowSpec window, KnownTargets known, List<FlowRecord> flows) {
    SourceViews views = new SourceViews(window, FeatureSettings.DEFAULT, known);
    OpenWindows<SourceKey, SourceAccumulator> open = new OpenWindows<>(views);
    flows.forEach(flow -> open.add(flow, Long.MIN_VALUE));
    List<SourceView> closed = new ArrayList<>();
    open.closeAll(part -> closed.add(views.close(part.key(), part.start(), part.seen())));
    closed.sort(Comparator.comparingLong(view -> view.vector().windowStart()));
    return closed;
  }

  private static byte[] bytes(PairHistory history) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    history.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static PairHistory read(byte[] bytes) throws IOException {
    return PairHistory.read(in(bytes));
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
