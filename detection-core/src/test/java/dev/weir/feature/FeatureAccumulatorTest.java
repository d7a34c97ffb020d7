package dev.weir.feature;

import static dev.weir.feature.Window.feature;
import static dev.weir.feature.Window.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Side;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every feature by numbers that were worked out by hand. */
class FeatureAccumulatorTest {

  @Test
  void aBareFlowHasNothingButItself() {
    FeatureVector vector = Window.vector(Window.of(List.of(flow(0).build())));

    Set<Feature> present =
        Arrays.stream(Feature.values())
            .filter(feature -> !Double.isNaN(vector.value(feature)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
    assertThat(present).containsExactly(Feature.FLOW_COUNT, Feature.RULE_HITS);
    assertThat(vector.value(Feature.FLOW_COUNT)).isEqualTo(1);
    assertThat(vector.value(Feature.RULE_HITS)).isZero();
  }

  @Test
  void theVectorSaysWhoseAndWhichWindowItIs() {
    FeatureVector vector = Window.vector(Window.of(List.of(flow(0).country("AE").build())));

    assertThat(vector.source()).isEqualTo(Window.SOURCE);
    assertThat(vector.windowStart()).isEqualTo(Window.START);
    assertThat(vector.windowEnd()).isEqualTo(Window.START + 60_000);
    assertThat(vector.country()).isEqualTo("AE");
  }

  @Test
  void flowsAreCounted() {
    assertThat(feature(Feature.FLOW_COUNT, flow(0), flow(0), flow(59_999))).isEqualTo(3);
  }

  @Test
  void bytesAreSummedOverTheRecordsThatGiveThem() {
    FlowRecordBuilder[] flows = {
      flow(0).bytesIn(100).bytesOut(7), flow(1).bytesIn(50), flow(2).bytesOut(0)
    };

    assertThat(feature(Feature.BYTES_IN, flows)).isEqualTo(150);
    assertThat(feature(Feature.BYTES_OUT, flows)).isEqualTo(7);
    assertThat(feature(Feature.MAX_FLOW_BYTES_IN, flows)).isEqualTo(100);
  }

  @Test
  void zeroBytesAreNotAbsentBytes() {
    assertThat(feature(Feature.BYTES_IN, flow(0).bytesIn(0))).isZero();
    assertThat(feature(Feature.MAX_FLOW_BYTES_IN, flow(0).bytesIn(0))).isZero();
    assertThat(feature(Feature.BYTES_OUT, flow(0).bytesIn(0))).isNaN();
    assertThat(feature(Feature.MAX_FLOW_BYTES_IN, flow(0).bytesOut(9))).isNaN();
  }

  @Test
  void packetsAreSummed() {
    assertThat(feature(Feature.PACKETS, flow(0).packets(3), flow(1), flow(2).packets(4)))
        .isEqualTo(7);
  }

  @Test
  void theRatioOfBytesIsALogarithm() {
    assertThat(feature(Feature.BYTES_IN_OUT_LOG_RATIO, flow(0).bytesIn(999).bytesOut(9)))
        .isCloseTo(Math.log(100), within(1e-12));
    assertThat(feature(Feature.BYTES_IN_OUT_LOG_RATIO, flow(0).bytesIn(9).bytesOut(999)))
        .isCloseTo(-Math.log(100), within(1e-12));
    assertThat(feature(Feature.BYTES_IN_OUT_LOG_RATIO, flow(0).bytesIn(5).bytesOut(5))).isZero();
    assertThat(feature(Feature.BYTES_IN_OUT_LOG_RATIO, flow(0).bytesIn(5))).isNaN();
    assertThat(feature(Feature.BYTES_IN_OUT_LOG_RATIO, flow(0).bytesOut(5))).isNaN();
  }

  @Test
  void theMeanDurationIsInSecondsOverFlowsWithBothTimes() {
    assertThat(feature(Feature.DURATION_MEAN, lasting(500), lasting(2_000), flow(9)))
        .isEqualTo(1.25);
  }

  @Test
  void theRateIsOverTheTimeFromTheFirstStartToTheLastEnd() {
    assertThat(
            feature(
                Feature.TRAFFIC_RATE,
                flow(0).end(Window.START + 5_000).bytesIn(600),
                flow(10_000).end(Window.START + 20_000).bytesOut(400)))
        .isEqualTo(1000 / 20.0);
  }

  @Test
  void theRateOfAnInstantIsOverOneSecond() {
    assertThat(feature(Feature.TRAFFIC_RATE, flow(0).bytesIn(600))).isEqualTo(600);
    assertThat(feature(Feature.TRAFFIC_RATE, lasting(10).bytesIn(0))).isZero();
  }

  @Test
  void theRateStartsBeforeTheWindowWhereAFlowDoes() {
    assertThat(feature(Feature.TRAFFIC_RATE, flow(-30_000).end(Window.START + 10_000).bytesIn(80)))
        .isEqualTo(2);
  }

  @Test
  void thePacketSizeIsOverRecordsThatGiveBytesAndPackets() {
    assertThat(
            feature(
                Feature.AVG_PACKET_SIZE,
                flow(0).bytesIn(100).bytesOut(300).packets(4),
                flow(1).bytesIn(1_000_000),
                flow(2).packets(1_000)))
        .isEqualTo(100);
    assertThat(feature(Feature.AVG_PACKET_SIZE, flow(0).packets(5))).isNaN();
    assertThat(feature(Feature.AVG_PACKET_SIZE, flow(0).bytesIn(100).packets(0))).isNaN();
  }

  @Test
  void destinationsAndPortsAreCountedOnceEach() {
    FlowRecordBuilder[] flows = {
      flow(0).dstIp("10.0.0.1").dstPort(0),
      flow(1).dstIp("10.0.0.1").dstPort(443),
      flow(2).dstIp("10.0.0.2").dstPort(443),
      flow(3)
    };

    assertThat(feature(Feature.DISTINCT_DST_IPS, flows)).isEqualTo(2);
    assertThat(feature(Feature.DISTINCT_DST_PORTS, flows)).isEqualTo(2);
  }

  @Test
  void aScanOfPortsIsEstimatedWithinAFewPercent() {
    List<FlowRecord> flows =
        IntStream.rangeClosed(1, 5_000).mapToObj(port -> flow(0).dstPort(port).build()).toList();

    assertThat(Window.vector(Window.of(flows)).value(Feature.DISTINCT_DST_PORTS))
        .isCloseTo(5_000, within(500.0));
  }

  @Test
  void theEntropyOfPortsIsInBits() {
    assertThat(feature(Feature.DST_PORT_ENTROPY, to(80), to(80))).isZero();
    assertThat(feature(Feature.DST_PORT_ENTROPY, to(80), to(443))).isEqualTo(1);
    assertThat(feature(Feature.DST_PORT_ENTROPY, to(80), to(80), to(80), to(443)))
        .isCloseTo(0.8112781244591328, within(1e-12));
  }

  @Test
  void sharesOfPortsAreOverFlowsWithAPort() {
    FlowRecordBuilder[] flows = {
      to(22), to(22), to(3389), to(445), to(443), to(50_000), to(8080), to(53), flow(0)
    };

    assertThat(feature(Feature.PORT_22_SHARE, flows)).isEqualTo(2 / 8.0);
    assertThat(feature(Feature.PORT_3389_SHARE, flows)).isEqualTo(1 / 8.0);
    assertThat(feature(Feature.CRITICAL_PORT_SHARE, flows)).isEqualTo(4 / 8.0);
    assertThat(feature(Feature.NON_STANDARD_PORT_SHARE, to(50_000), to(443), flow(0)))
        .isEqualTo(1 / 2.0);
  }

  @Test
  void whichPortsAreCriticalIsASetting() {
    FeatureAccumulator accumulator = new FeatureAccumulator();
    FeatureSettings settings = new FeatureSettings(PortSet.of(List.of(7)), 0);
    accumulator.add(to(7).build(), Window.START, Window.MINUTE, settings);
    accumulator.add(to(22).build(), Window.START, Window.MINUTE, settings);

    assertThat(Window.vector(accumulator).value(Feature.CRITICAL_PORT_SHARE)).isEqualTo(0.5);
  }

  @Test
  void refusedAreRejectsAndClientAndServerErrorsAmongFlowsWhoseFateIsKnown() {
    assertThat(
            feature(
                Feature.REJECTED_SHARE,
                flow(0).action(Action.REJECT),
                flow(0).action(Action.ACCEPT),
                flow(0).responseCode(399),
                flow(0).responseCode(400),
                flow(0).responseCode(599),
                flow(0).responseCode(600),
                flow(0).responseCode(0),
                flow(0).action(Action.ACCEPT).responseCode(500),
                flow(0)))
        .isEqualTo(4 / 8.0);
  }

  @Test
  void shortFlowsAreThoseOfTheSettingsLengthAtMost() {
    assertThat(
            feature(Feature.SHORT_FLOW_SHARE, lasting(0), lasting(1_000), lasting(1_001), flow(0)))
        .isEqualTo(2 / 3.0);
  }

  @Test
  void evenlySpacedFlowsAreRegularAndBurstsAreNot() {
    FlowRecordBuilder[] every = {flow(0), flow(15_000), flow(30_000), flow(45_000)};
    FlowRecordBuilder[] burst = {flow(0), flow(938), flow(59_999)};

    assertThat(feature(Feature.ACTIVITY_REGULARITY, every)).isEqualTo(1);
    // Slots 0, 1 and 63: gaps 1 and 62, mean 31.5, deviation 30.5.
    assertThat(feature(Feature.ACTIVITY_REGULARITY, burst))
        .isCloseTo(1 / (1 + 30.5 / 31.5), within(1e-12));
    assertThat(feature(Feature.ACTIVITY_REGULARITY, flow(0), flow(1), flow(59_999))).isNaN();
  }

  @Test
  void ruleHitsAreSummedOverFlows() {
    assertThat(
            feature(
                Feature.RULE_HITS,
                flow(0).ruleNames(List.of("a", "b")),
                flow(1).ruleNames(List.of("a")),
                flow(2)))
        .isEqualTo(3);
  }

  @Test
  void aRespondersRecordAddsBytesAndPacketsAndNothingElse() {
    FlowRecordBuilder answer =
        flow(0)
            .end(Window.START + 10_000)
            .side(Side.RESPONDER)
            .bytesIn(0)
            .bytesOut(5_000)
            .packets(10)
            .dstIp("10.0.0.1")
            .dstPort(22)
            .action(Action.REJECT)
            .country("AE")
            .ruleNames(List.of("a"));
    FeatureVector alone = Window.vector(Window.of(List.of(answer.build())));

    assertThat(alone.value(Feature.BYTES_IN)).isZero();
    assertThat(alone.value(Feature.BYTES_OUT)).isEqualTo(5_000);
    assertThat(alone.value(Feature.PACKETS)).isEqualTo(10);
    assertThat(alone.value(Feature.AVG_PACKET_SIZE)).isEqualTo(500);
    assertThat(alone.value(Feature.TRAFFIC_RATE)).isEqualTo(500);
    assertThat(alone.value(Feature.FLOW_COUNT)).isZero();
    assertThat(alone.value(Feature.RULE_HITS)).isZero();
    assertThat(alone.country()).isEmpty();
    assertThat(
            List.of(
                Feature.DURATION_MEAN,
                Feature.DISTINCT_DST_IPS,
                Feature.DISTINCT_DST_PORTS,
                Feature.DST_PORT_ENTROPY,
                Feature.PORT_22_SHARE,
                Feature.PORT_3389_SHARE,
                Feature.CRITICAL_PORT_SHARE,
                Feature.NON_STANDARD_PORT_SHARE,
                Feature.REJECTED_SHARE,
                Feature.SHORT_FLOW_SHARE,
                Feature.ACTIVITY_REGULARITY))
        .allSatisfy(feature -> assertThat(alone.value(feature)).as(feature.id()).isNaN());
  }

  @Test
  void anUnorientedRecordIsTakenAsWritten() {
    assertThat(feature(Feature.FLOW_COUNT, flow(0).side(Side.UNORIENTED))).isEqualTo(1);
    assertThat(feature(Feature.PORT_22_SHARE, to(22).side(Side.UNORIENTED))).isEqualTo(1);
  }

  @Test
  void ofSeveralCountriesTheFirstByNameIsKept() {
    assertThat(
            Window.vector(
                    Window.of(
                        List.of(
                            flow(0).country("US").build(),
                            flow(1).build(),
                            flow(2).country("AE").build())))
                .country())
        .isEqualTo("AE");
  }

  @Test
  void sumsStopAtTheLargestLong() {
    FlowRecordBuilder[] flows = {
      flow(0).bytesIn(Long.MAX_VALUE).bytesOut(Long.MAX_VALUE).packets(Long.MAX_VALUE),
      flow(1).bytesIn(Long.MAX_VALUE).bytesOut(1).packets(1)
    };

    assertThat(feature(Feature.BYTES_IN, flows)).isEqualTo(0x1p63);
    assertThat(feature(Feature.BYTES_OUT, flows)).isEqualTo(0x1p63);
    assertThat(feature(Feature.PACKETS, flows)).isEqualTo(0x1p63);
    assertThat(feature(Feature.TRAFFIC_RATE, flows)).isEqualTo(0x1p63);
    assertThat(feature(Feature.AVG_PACKET_SIZE, flows)).isEqualTo(1);
    assertThat(feature(Feature.BYTES_IN_OUT_LOG_RATIO, flows)).isZero();
  }

  private static FlowRecordBuilder lasting(long millis) {
    return flow(0).end(Window.START + millis);
  }

  private static FlowRecordBuilder to(int port) {
    return flow(0).dstPort(port);
  }
}
