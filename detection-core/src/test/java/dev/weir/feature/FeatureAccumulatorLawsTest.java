package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.Flows;
import dev.weir.flow.FlowRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the order and the grouping, one set of flows gives one vector and one state. */
class FeatureAccumulatorLawsTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfFlowsDoesNotMatter(
      @ForAll("flows") List<FlowRecord> flows, @ForAll Random random) {
    List<FlowRecord> shuffled = new ArrayList<>(flows);
    Collections.shuffle(shuffled, random);

    areEqual(Window.of(shuffled), Window.of(flows));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void mergingPartsInAnyOrderEqualsAddingAll(
      @ForAll("flows") List<FlowRecord> flows, @ForAll Random random) {
    List<FeatureAccumulator> parts = new ArrayList<>();
    int from = 0;
    while (from < flows.size()) {
      int to = from + 1 + random.nextInt(flows.size() - from);
      parts.add(Window.of(flows.subList(from, to)));
      from = to;
    }
    Collections.shuffle(parts, random);
    FeatureAccumulator merged = new FeatureAccumulator();
    parts.forEach(merged::merge);

    areEqual(merged, Window.of(flows));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void mergingIsAssociativeAndCommutative(
      @ForAll("flows") List<FlowRecord> a,
      @ForAll("flows") List<FlowRecord> b,
      @ForAll("flows") List<FlowRecord> c) {
    FeatureAccumulator left = merge(merge(Window.of(a), Window.of(b)), Window.of(c));
    FeatureAccumulator right = merge(Window.of(a), merge(Window.of(b), Window.of(c)));
    FeatureAccumulator turned = merge(Window.of(c), merge(Window.of(b), Window.of(a)));

    areEqual(left, right);
    areEqual(left, turned);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenComesBackAndGoesOnTheSame(
      @ForAll("flows") List<FlowRecord> flows, @ForAll("flows") List<FlowRecord> more)
      throws IOException {
    FeatureAccumulator written = Window.of(flows);
    FeatureAccumulator read = Window.read(Window.bytes(written));

    areEqual(read, written);
    addAll(read, more);
    addAll(written, more);
    areEqual(read, written);
  }

  private static FeatureAccumulator merge(FeatureAccumulator into, FeatureAccumulator other) {
    into.merge(other);
    return into;
  }

  private static void addAll(FeatureAccumulator accumulator, List<FlowRecord> flows) {
    flows.forEach(
        flow -> accumulator.add(flow, Window.START, Window.MINUTE, FeatureSettings.DEFAULT));
  }

  private static void areEqual(FeatureAccumulator one, FeatureAccumulator other) {
    assertThat(Window.vector(one)).isEqualTo(Window.vector(other));
    assertThat(Window.bytes(one)).isEqualTo(Window.bytes(other));
  }

  /** Few flows, or so many destinations that sketches grow dense. */
  @Provide
  Arbitrary<List<FlowRecord>> flows() {
    Arbitrary<FlowRecord> any = Flows.between(Window.START, Window.START + 60_000 - 1);
    Arbitrary<FlowRecord> scan =
        Arbitraries.integers()
            .between(0, 65_535)
            .map(
                port ->
                    Window.flow(port % 60_000)
                        .dstIp("10.1." + port / 256 + "." + port % 256)
                        .dstPort(port)
                        .build());
    return Arbitraries.oneOf(any.list().ofMaxSize(20), scan.list().ofMinSize(80).ofMaxSize(250));
  }
}
