package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.network.Sighting.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole conversations, from the records of all interfaces to the windows of their sources. */
class ConversationLawsTest {

  private static final WindowSpec WINDOW = new WindowSpec(300_000, 300_000);
  private static final String VICTIM = "10.0.0.9";
  private static final String SCANNER = "10.0.0.5";
  private static final String INTERFACES =
      "interfaces: {eni-1: 10.0.0.1, eni-2: 10.0.0.2, eni-3: 10.0.0.3, eni-5: 10.0.0.5,"
          + " eni-9: 10.0.0.9}";

  /** How a log tells which way packets went. */
  enum Told {
    BY_DIRECTION,
    BY_INTERFACES
  }

  private static Vantage vantage(Told told) {
    String yaml = told == Told.BY_INTERFACES ? INTERFACES : "";
    return new Vantage(NetworkFile.parse("test", yaml), NetworkSettings.DEFAULT);
  }

  /** One direction of a conversation between 10.0.0.x hosts, or hosts outside. */
  private record Sent(String from, int fromPort, String to, int toPort, int flags, long bytes) {

    Sent answer(int flags, long bytes) {
      return new Sent(to, toPort, from, fromPort, flags, bytes);
    }

    /** As every interface that it passes logs it. */
    List<Sighting> everywhere(Told told) {
      List<Sighting> seen = new ArrayList<>();
      if (from.startsWith("10.")) {
        seen.add(at(from, told == Told.BY_DIRECTION ? Direction.EGRESS : Direction.UNKNOWN));
      }
      if (to.startsWith("10.")) {
        seen.add(at(to, told == Told.BY_DIRECTION ? Direction.INGRESS : Direction.UNKNOWN));
      }
      return seen;
    }

    private Sighting at(String host, Direction direction) {
      return new Sighting()
          .account("1")
          .interfaceId("eni-" + host.substring(host.lastIndexOf('.') + 1))
          .ends(from, to)
          .ports(fromPort, toPort)
          .protocol(6)
          .tcpFlags(flags)
          .direction(direction)
          .action(Action.ACCEPT)
          .bytes(bytes);
    }
  }

  private static Map<SourceKey, FeatureVector> vectors(Vantage vantage, List<Sighting> records) {
    Map<SourceKey, FeatureAccumulator> windows = new TreeMap<>();
    for (Sighting seen : records) {
      FlowRecordBuilder flow =
          FlowRecord.builder().start(60_000).end(61_000).packets(1).protocol(6);
      if (vantage.place(seen, flow) == null) {
        FlowRecord placed = flow.build();
        windows
            .computeIfAbsent(SourceKey.of(placed), key -> new FeatureAccumulator())
            .add(placed, 0, WINDOW, FeatureSettings.DEFAULT);
      }
    }
    Map<SourceKey, FeatureVector> vectors = new TreeMap<>();
    windows.forEach((key, window) -> vectors.put(key, window.toVector(key, 0, WINDOW)));
    return vectors;
  }

  private static double value(FeatureVector vector, Feature feature) {
    return vector.values()[feature.ordinal()];
  }

  @ParameterizedTest
  @EnumSource
  void bothDirectionsInEitherOrderAreOneFlowOfOneSourceWithTrueBytes(Told told) {
    Sent request = new Sent("10.0.0.1", 50_000, "10.0.0.2", 443, 2, 1000);
    Sent answer = request.answer(18, 77_000);
    List<Sighting> records = new ArrayList<>(request.everywhere(told));
    records.addAll(answer.everywhere(told));

    Map<SourceKey, FeatureVector> forth = vectors(vantage(told), records);
    Collections.reverse(records);
    Map<SourceKey, FeatureVector> back = vectors(vantage(told), records);

    assertThat(forth).containsOnlyKeys(new SourceKey("1", "10.0.0.1")).isEqualTo(back);
    FeatureVector vector = forth.values().iterator().next();
    assertThat(value(vector, Feature.FLOW_COUNT)).isEqualTo(1);
    assertThat(value(vector, Feature.BYTES_IN)).isEqualTo(1000);
    assertThat(value(vector, Feature.BYTES_OUT)).isEqualTo(77_000);
    assertThat(value(vector, Feature.PACKETS)).isEqualTo(2);
  }

  @Test
  void aConnectionOfThreeIntervalsKeepsItsSide() {
    Sent first = new Sent("10.0.0.1", 50_000, "203.0.113.7", 443, 2, 10);
    List<Sighting> records = new ArrayList<>();
    for (int flags : new int[] {2, 0, 17}) {
      records.addAll(
          new Sent("10.0.0.1", 50_000, "203.0.113.7", 443, flags, 10)
              .everywhere(Told.BY_DIRECTION));
      records.addAll(first.answer(flags == 2 ? 18 : flags, 100).everywhere(Told.BY_DIRECTION));
    }

    Map<SourceKey, FeatureVector> vectors = vectors(vantage(Told.BY_DIRECTION), records);

    assertThat(vectors).containsOnlyKeys(new SourceKey("1", "10.0.0.1"));
    assertThat(value(vectors.values().iterator().next(), Feature.BYTES_IN)).isEqualTo(30);
    assertThat(value(vectors.values().iterator().next(), Feature.BYTES_OUT)).isEqualTo(300);
  }

  @ParameterizedTest
  @EnumSource
  void aFullPortScanStaysItsScannersWhetherPortsRefuseOrAnswer(Told told) {
    List<Sighting> records = new ArrayList<>();
    for (int port = 1; port <= 65_535; port++) {
      Sent probe = new Sent(SCANNER, 50_000, VICTIM, port, 2, 44);
      records.addAll(probe.everywhere(told));
      records.addAll(probe.answer(port % 100 == 0 ? 18 : 4, 40).everywhere(told));
    }

    Map<SourceKey, FeatureVector> vectors = vectors(vantage(told), records);

    assertThat(vectors).containsOnlyKeys(new SourceKey("1", SCANNER));
    assertThat(value(vectors.values().iterator().next(), Feature.FLOW_COUNT)).isEqualTo(65_535);
  }

  @Property(tries = 200)
  void anyOrderOfTheRecordsGivesTheSameVectors(
      @ForAll("conversations") List<List<Sent>> conversations,
      @ForAll Told told,
      @ForAll long seed) {
    List<Sighting> records = new ArrayList<>();
    conversations.forEach(sent -> sent.forEach(one -> records.addAll(one.everywhere(told))));
    Map<SourceKey, FeatureVector> inOrder = vectors(vantage(told), records);

    Collections.shuffle(records, new Random(seed));

    assertThat(vectors(vantage(told), records)).isEqualTo(inOrder);
  }

  @Provide
  Arbitrary<List<List<Sent>>> conversations() {
    Arbitrary<String> hosts =
        Arbitraries.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "203.0.113.1", "2001:db8::1");
    Arbitrary<Integer> ports = Arbitraries.of(22, 443, 8080, 50_000, 50_001, 61_000);
    Arbitrary<Integer> flags = Arbitraries.of(-1, 0, 1, 2, 4, 17);
    return Combinators.combine(
            hosts, ports, hosts, ports, flags, Arbitraries.longs().between(0, 1 << 20))
        .as(
            (from, fromPort, to, toPort, flag, bytes) -> {
              Sent request = new Sent(from, fromPort, to, toPort, flag, bytes);
              return List.of(request, request.answer(flag == 2 ? 18 : flag, 2 * bytes));
            })
        .list()
        .ofMaxSize(12);
  }
}
