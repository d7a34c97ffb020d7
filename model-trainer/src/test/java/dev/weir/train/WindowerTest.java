package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceVectors;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowerTest {

  private static final WindowSpec MINUTE = WindowSpec.tumbling(60_000);

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anyArrivalOrderWithinTheBoundGivesTheSameVectors(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 200_000) long bound,
      @ForAll boolean slide) {
    Random random = new Random(seed);
    WindowSpec window = slide ? new WindowSpec(60_000, 25_000) : MINUTE;
    List<FlowRecord> flows = flows(random, 200);
    Map<FlowRecord, Long> arrivals = new HashMap<>();
    flows.forEach(
        flow -> arrivals.put(flow, flow.eventTime() + (long) (random.nextDouble() * bound)));
    List<FlowRecord> delayed = new ArrayList<>(flows);
    delayed.sort(Comparator.comparing(arrivals::get));

    assertThat(vectors(window, bound, delayed)).isEqualTo(vectors(window, 0, flows));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void vectorsComeByWindowEndAndThenSource(@ForAll long seed) {
    assertThat(vectors(MINUTE, 0, flows(new Random(seed), 200)))
        .isSortedAccordingTo(
            Comparator.comparingLong(FeatureVector::windowEnd)
                .thenComparing(FeatureVector::source));
  }

  @Test
  void everyFlowIsInEveryWindowOfItsTime() {
    List<FeatureVector> vectors =
        vectors(new WindowSpec(60_000, 20_000), 0, List.of(flow("10.0.0.1", 65_000)));

    assertThat(vectors)
        .extracting(FeatureVector::windowStart)
        .containsExactly(20_000L, 40_000L, 60_000L);
    assertThat(vectors).allMatch(vector -> vector.value(Feature.FLOW_COUNT) == 1);
  }

  @Test
  void aFlowBehindTheBoundIsLateAndCounted() {
    List<FeatureVector> out = new ArrayList<>();
    Windower<?, ?, ?> windower = windower(MINUTE, 10_000, out);
    windower.add(flow("10.0.0.1", 30_000));
    windower.add(flow("10.0.0.1", 69_999));
    windower.add(flow("10.0.0.1", 59_999));
    assertThat(out).isEmpty();
    windower.add(flow("10.0.0.1", 70_000));
    assertThat(out).hasSize(1);
    windower.add(flow("10.0.0.1", 59_999));
    windower.end();

    assertThat(windower.windowed()).isEqualTo(4);
    assertThat(windower.late()).isEqualTo(1);
    assertThat(out)
        .extracting(vector -> vector.value(Feature.FLOW_COUNT))
        .containsExactly(2.0, 2.0);
  }

  @Test
  void aFlowLateForSomeOfItsWindowsCountsInTheOthers() {
    List<FeatureVector> out = new ArrayList<>();
    Windower<?, ?, ?> windower = windower(new WindowSpec(60_000, 20_000), 0, out);
    windower.add(flow("10.0.0.1", 65_000));
    windower.add(flow("10.0.0.2", 45_000));
    windower.end();

    assertThat(windower.late()).isZero();
    assertThat(out)
        .filteredOn(vector -> vector.source().address().equals("10.0.0.2"))
        .extracting(FeatureVector::windowStart)
        .containsExactly(20_000L, 40_000L);
  }

  private static Windower<?, ?, ?> windower(
      WindowSpec window, long bound, List<FeatureVector> out) {
    return new Windower<>(new SourceVectors(window, FeatureSettings.DEFAULT), bound, out::add);
  }

  private static List<FeatureVector> vectors(
      WindowSpec window, long bound, List<FlowRecord> flows) {
    List<FeatureVector> vectors = new ArrayList<>();
    Windower<?, ?, ?> windower = windower(window, bound, vectors);
    flows.forEach(windower::add);
    windower.end();
    assertThat(windower.late()).isZero();
    assertThat(windower.windowed()).isEqualTo(flows.size());
    return vectors;
  }

  /** By event time. */
  private static List<FlowRecord> flows(Random random, int count) {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long start = random.nextInt(600_000);
      flows.add(
          FlowRecord.builder()
              .srcIp("10.0.0." + random.nextInt(4))
              .dstIp("192.0.2." + random.nextInt(200))
              .dstPort(random.nextInt(65_536))
              .bytesIn(random.nextInt(10_000))
              .packets(i)
              .start(start)
              .end(start + random.nextInt(90_000))
              .build());
    }
    flows.sort(Comparator.comparingLong(FlowRecord::eventTime));
    return flows;
  }

  private static FlowRecord flow(String source, long time) {
    return FlowRecord.builder().srcIp(source).start(time).build();
  }
}
