package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

  private static final int SYN = 2;
  private static final int SYN_ACK = 18;

  @Test
  void countsWhatGoesToEachTarget() {
    Evidence evidence =
        of(
            to("192.0.2.1", 443, 0).bytesIn(10).bytesOut(3).tcpFlags(SYN).build(),
            to("192.0.2.1", 443, 59_999).bytesIn(5).tcpFlags(SYN_ACK).build(),
            to("192.0.2.1", 80, 0).build(),
            to("2001:db8::1", 80, 1_000).build(),
            to("2001:db8::1", 80, 1_000).build(),
            to("2001:db8::1", 80, 1_000).build());

    assertThat(evidence.targets())
        .containsExactly(
            new TargetCount(new TargetKey("2001:db8::1", 80), 3, 0, 0, 0, 2),
            new TargetCount(new TargetKey("192.0.2.1", 443), 2, 1, 15, 3, 1 | 1L << 63),
            new TargetCount(new TargetKey("192.0.2.1", 80), 1, 0, 0, 0, 1));
    assertThat(evidence.otherTargets()).isZero();
  }

  @Test
  void countsCountriesAndRules() {
    Evidence evidence =
        of(
            Window.flow(0).country("AE").ruleNames(List.of("sqli", "xss")).build(),
            Window.flow(0).country("DE").ruleNames(List.of("xss")).build(),
            Window.flow(0).build());

    assertThat(evidence.countries()).isEqualTo(new TreeMap<>(Map.of("AE", 1L, "DE", 1L)));
    assertThat(evidence.rules()).isEqualTo(new TreeMap<>(Map.of("sqli", 1L, "xss", 2L)));
    assertThat(evidence.targets()).isEmpty();
  }

  @Test
  void countsAddressesAndPortsAtWhichFirstContactsFailed() {
    KnownTargets known = KnownTargets.of(List.of(new TargetKey("10.0.0.9", 443)));
    Evidence evidence =
        evidence(
            of(
                List.of(
                    to("10.0.0.1", 445, 0).action(Action.REJECT).build(),
                    to("10.0.0.1", 445, 1).action(Action.REJECT).build(),
                    to("10.0.0.2", 445, 2).protocol(6).bytesOut(120).build(),
                    to("10.0.0.2", 22, 3).responseCode(403).build(),
                    to("10.0.0.3", 1, 4).protocol(6).bytesOut(121).build(),
                    to("10.0.0.4", 2, 5).protocol(6).build(),
                    to("10.0.0.5", 3, 6).protocol(17).bytesOut(0).build(),
                    to("10.0.0.9", 443, 7).action(Action.REJECT).build(),
                    to("192.0.2.1", 445, 8).action(Action.REJECT).build()),
                known));

    assertThat(evidence.failedAddresses()).isEqualTo(2);
    assertThat(evidence.failedPorts()).isEqualTo(2);
  }

  @Test
  void halfOfAConversationIsNoFailureAndNoTry() {
    Evidence evidence =
        of(
            to("10.0.0.1", 445, 0).protocol(6).bytesIn(180).bytesOut(0).build(),
            to("10.0.0.2", 446, 1).protocol(6).bytesIn(181).bytesOut(0).build(),
            to("10.0.0.3", 22, 2).protocol(6).bytesIn(2_300).bytesOut(0).build(),
            to("10.0.0.4", 447, 3)
                .protocol(6)
                .bytesIn(2_300)
                .bytesOut(0)
                .action(Action.REJECT)
                .build());

    assertThat(evidence.failedAddresses()).isEqualTo(2);
    assertThat(evidence.failedPorts()).isEqualTo(2);
    assertThat(evidence.loginTries(22)).isZero();
  }

  @Test
  void whatMayBeTheAnswerToAScanIsNoFailure() {
    Evidence evidence =
        of(
            to("10.0.0.1", 51_000, 0)
                .protocol(6)
                .bytesIn(40)
                .bytesOut(0)
                .side(Side.UNORIENTED)
                .build());

    assertThat(evidence.failedAddresses()).isZero();
  }

  @Test
  void countsFlowsToPortsWhereOneLogsInThatAreKnownToBeSmall() {
    Evidence evidence =
        of(
            to("10.0.0.1", 22, 0).bytesIn(8_000).bytesOut(8_000).build(),
            to("10.0.0.2", 22, 0).bytesOut(0).build(),
            to("10.0.0.2", 22, 0).build(),
            to("10.0.0.1", 22, 0).bytesIn(8_000).bytesOut(8_001).build(),
            to("10.0.0.1", 3389, 0).bytesOut(64_000).build(),
            to("10.0.0.1", 3389, 0).bytesOut(64_001).build(),
            to("10.0.0.1", 3389, 0).build(),
            to("10.0.0.1", 443, 0).bytesIn(1).build());

    assertThat(evidence.loginTries(22)).isEqualTo(2);
    assertThat(evidence.loginTries(3389)).isEqualTo(1);
  }

  @Test
  void keepsTheFirstEightNamesWithTheirCounts() {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      flows.add(Window.flow(0).ruleNames(List.of("rule-" + (char) ('a' + i % 20))).build());
    }

    assertThat(
            of(flows, KnownTargets.NONE)
                .toView(Window.SOURCE, 0, Window.MINUTE, false)
                .evidence()
                .rules())
        .hasSize(8)
        .containsEntry("rule-a", 2L)
        .containsEntry("rule-h", 2L);
  }

  @Test
  void ofAnswersOnlyWhatCameBackCountsForATarget() {
    FlowRecord call = to("192.0.2.1", 443, 0).bytesIn(80).bytesOut(0).build();
    FlowRecord answer =
        to("192.0.2.1", 443, 7).side(Side.RESPONDER).country("AE").bytesOut(5_000).build();

    Evidence evidence = of(answer, call);

    assertThat(evidence.targets())
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.flows()).isOne();
              assertThat(count.bytesIn()).isEqualTo(80);
              assertThat(count.bytesOut()).isEqualTo(5_000);
            })
        .isEqualTo(of(call, answer).targets().get(0));
    assertThat(evidence.countries()).isEmpty();
  }

  @Test
  void flowsWithoutAnAddressCountForNoTarget() {
    assertThat(of(Window.flow(0).dstPort(443).build()).targets()).isEmpty();
  }

  @Test
  void ofManyTargetsThoseComeFirstThatAreNotKnownOrAreLoggedInTo() {
    KnownTargets known =
        KnownTargets.of(
            IntStream.range(0, 1000)
                .mapToObj(i -> new TargetKey("192.0.2." + i % 250, 20 + i / 250))
                .toList());
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      flows.add(to("192.0.2." + i % 250, 20 + i / 250, 0).build());
    }
    flows.removeIf(flow -> flow.dstPort() == 22 && !flow.dstIp().equals("192.0.2.7"));
    flows.add(to("198.51.100.1", 443, 0).build());
    Collections.shuffle(flows, new Random(1));

    Evidence evidence = evidence(of(flows, known));

    assertThat(evidence.targets())
        .hasSize(32)
        .extracting(TargetCount::target)
        .contains(new TargetKey("192.0.2.7", 22), new TargetKey("198.51.100.1", 443));
    assertThat(evidence.otherTargets()).isBetween(450L, 1000L);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void countsOfWhatIsKeptAreExactInAnyOrderAndGrouping(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int targets) throws IOException {
    Random random = new Random(seed);
    KnownTargets known = known(random, targets);
    List<FlowRecord> flows = new ArrayList<>();
    Map<TargetKey, Long> exact = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      TargetKey target = target(random.nextInt(targets));
      exact.merge(target, 1L, Long::sum);
      flows.add(
          to(target.address(), target.port(), random.nextInt(60_000))
              .bytesIn(random.nextInt(1000))
              .ruleNames(List.of("r" + random.nextInt(20)))
              .build());
    }
    SourceAccumulator whole = of(flows, known);

    SourceAccumulator merged = mergedParts(flows, known, random);

    assertThat(Window.bytes(merged)).isEqualTo(Window.bytes(whole));
    Evidence evidence = evidence(merged);
    assertThat(evidence).isEqualTo(evidence(whole));
    assertThat(evidence.targets()).hasSizeBetween(Math.min(32, exact.size()), exact.size());
    assertThat(
            evidence.targets().stream()
                .filter(count -> exact.getOrDefault(count.target(), 0L) == count.flows()))
        .hasSizeGreaterThanOrEqualTo(Math.min(32, exact.size()));
    assertThat(evidence.otherTargets() == 0).isEqualTo(exact.size() <= 32);
  }

  /** A victim, and decoys that are called once each, which all rank before it. */
  private static List<FlowRecord> behindDecoys(TargetKey victim, int times, int decoys) {
    long rank = TargetId.of(victim.address(), victim.port());
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      flows.add(to(victim.address(), victim.port(), i).bytesIn(2_000_000).bytesOut(3_000).build());
    }
    for (int i = 0; flows.size() < times + decoys; i++) {
      String address = "10.1." + i / 250 + "." + i % 250;
      if (flows.size() >= times + 34 || TargetId.of(address, 22) < rank) {
        flows.add(to(address, 22, i % 60).bytesIn(60).bytesOut(40).build());
      }
    }
    return flows;
  }

  @ParameterizedTest
  @ValueSource(ints = {34, 60, 200, 500})
  void decoysDoNotHideTheTargetThatMostGoesTo(int decoys) {
    for (int i = 0; i < 100; i++) {
      TargetKey victim = new TargetKey("10.0.0." + i, 22);

      Evidence evidence = evidence(of(behindDecoys(victim, 40, decoys), KnownTargets.NONE));

      assertThat(evidence.targets().get(0))
          .satisfies(
              count -> {
                assertThat(count.target()).isEqualTo(victim);
                assertThat(count.flows()).isBetween(30L, 44L);
                assertThat((double) count.bytesIn()).isBetween(79e6, 80.1e6);
              });
    }
  }

  @Test
  void whereNoTargetStandsOutNoneIsMadeUp() {
    List<FlowRecord> flows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      flows.add(to("10.1." + i / 250 + "." + i % 250, 22, i % 60).bytesIn(i).build());
    }

    assertThat(evidence(of(flows, KnownTargets.NONE)).targets()).hasSize(32);
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void tellsHowManyTargetsAScanHad(@ForAll @IntRange(min = 200, max = 20_000) int ports) {
    List<FlowRecord> flows =
        IntStream.range(0, ports).mapToObj(port -> to("192.0.2.1", port, 0).build()).toList();

    long all = 32 + evidence(of(flows, KnownTargets.NONE)).otherTargets();

    assertThat((double) all / ports).isBetween(0.85, 1.9);
  }

  @Property(tries = 100)
  void comesBackFromItsBytes(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<FlowRecord> flows =
        random
            .ints(random.nextInt(100), 0, 60)
            .mapToObj(i -> to(target(i).address(), target(i).port(), i).country("DE").build())
            .toList();
    SourceAccumulator seen = of(flows, KnownTargets.NONE);
    SourceView view = seen.toView(Window.SOURCE, Window.START, Window.MINUTE, random.nextBoolean());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    view.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(SourceView.read(in)).isEqualTo(view).hasSameHashCodeAs(view);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(Window.bytes(read(Window.bytes(seen)))).isEqualTo(Window.bytes(seen));
  }

  @Test
  void canBeMadeOfCounts() {
    List<TargetCount> counts =
        List.of(
            new TargetCount(new TargetKey("192.0.2.1", 443), 9, 1, 2, 3, 4),
            new TargetCount(new TargetKey("a host", -1), 5, 0, 0, 0, 1));

    Evidence evidence =
        new Evidence(counts, 7, new TreeMap<>(Map.of("DE", 14L)), new TreeMap<>(), 3, 2, 4, 1);

    assertThat(evidence.targets()).isEqualTo(counts);
    assertThat(evidence.otherTargets()).isEqualTo(7);
    assertThat(evidence.countries()).isEqualTo(Map.of("DE", 14L));
    assertThat(evidence.rules()).isEmpty();
    assertThat(evidence.failedAddresses()).isEqualTo(3);
    assertThat(evidence.failedPorts()).isEqualTo(2);
    assertThat(evidence.loginTries(22)).isEqualTo(4);
    assertThat(evidence.loginTries(3389)).isEqualTo(1);
    assertThat(evidence.loginTries(443)).isZero();
    assertThat(Evidence.NONE.targets()).isEmpty();
  }

  private static SourceAccumulator mergedParts(
      List<FlowRecord> flows, KnownTargets known, Random random) throws IOException {
    List<FlowRecord> shuffled = new ArrayList<>(flows);
    Collections.shuffle(shuffled, random);
    List<SourceAccumulator> parts = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); ) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(300));
      parts.add(read(Window.bytes(of(shuffled.subList(from, to), known))));
      from = to;
    }
    while (parts.size() > 1) {
      SourceAccumulator into = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).merge(into);
    }
    return parts.get(0);
  }

  private static KnownTargets known(Random random, int targets) {
    return KnownTargets.of(
        IntStream.range(0, targets)
            .filter(i -> random.nextInt(3) > 0)
            .mapToObj(EvidenceTest::target)
            .toList());
  }

  /** Most by IPv4. */
  private static TargetKey target(int i) {
    String address = i % 7 == 0 ? "2001:db8::" + Integer.toHexString(i + 1) : "10.0.0." + i % 200;
    return new TargetKey(address, i % 5 == 0 ? 22 : i);
  }

  private static FlowRecordBuilder to(String address, int port, long offset) {
    return Window.flow(offset).dstIp(address).dstPort(port);
  }

  private static Evidence of(FlowRecord... flows) {
    return evidence(of(List.of(flows), KnownTargets.NONE));
  }

  private static Evidence evidence(SourceAccumulator seen) {
    return seen.toView(Window.SOURCE, Window.START, Window.MINUTE, false).evidence();
  }

  private static SourceAccumulator of(List<FlowRecord> flows, KnownTargets known) {
    SourceAccumulator seen = new SourceAccumulator();
    flows.forEach(
        flow -> seen.add(flow, Window.START, Window.MINUTE, FeatureSettings.DEFAULT, known));
    return seen;
  }

  private static SourceAccumulator read(byte[] bytes) throws IOException {
    return SourceAccumulator.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
