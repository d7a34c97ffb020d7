package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.Flows;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Side;
import dev.weir.flow.Truth;
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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TargetViewTest {

  private static final TargetKey SERVER = new TargetKey("192.0.2.1", 443);
  private static final TargetViews VIEWS = new TargetViews(Window.MINUTE, FeatureSettings.DEFAULT);

  @Test
  void sumsUpWhatATargetSaw() {
    TargetView view =
        of(
            List.of(
                from("10.0.0.1").bytesIn(10).action(Action.REJECT).end(Window.START + 100).build(),
                from("10.0.0.1").bytesIn(5).action(Action.ACCEPT).end(Window.START + 5_000).build(),
                from("10.0.0.2").responseCode(404).truth(Truth.ANOMALOUS).build()));

    assertThat(view)
        .isEqualTo(
            new TargetView(
                SERVER,
                Window.START,
                Window.START + 60_000,
                3,
                15,
                Double.NaN,
                2,
                2 / 3.0,
                0.5,
                1,
                List.of(count("10.0.0.1", 2), count("10.0.0.2", 1)),
                Window.START,
                Window.START + 5_000,
                Truth.ANOMALOUS,
                false));
  }

  @Test
  void seesNoAnswersAndNoFlowsWithoutAnAddress() {
    assertThat(VIEWS.key(from("10.0.0.1").build())).isEqualTo(SERVER);
    assertThat(VIEWS.key(from("10.0.0.1").side(Side.UNORIENTED).build())).isEqualTo(SERVER);
    assertThat(VIEWS.key(from("10.0.0.1").side(Side.RESPONDER).build())).isNull();
    assertThat(VIEWS.key(from("10.0.0.1").dstIp("").build())).isNull();
    assertThat(VIEWS.key(from("10.0.0.1").dstPort(FlowRecord.ABSENT).build()))
        .isEqualTo(new TargetKey("192.0.2.1", FlowRecord.ABSENT));
  }

  @Test
  void tellsTheShareOfFlowsThatAreTooSmallToBeServed() {
    TargetView view =
        of(
            List.of(
                from("10.0.0.1").bytesIn(60).bytesOut(140).build(),
                from("10.0.0.1").bytesIn(60).bytesOut(141).build(),
                from("10.0.0.1").bytesIn(60_000_000).build(),
                from("10.0.0.1").bytesOut(0).build(),
                from("10.0.0.1").build()));

    assertThat(view.tinyShare()).isEqualTo(0.5);
    assertThat(of(List.of(from("10.0.0.1").build())).tinyShare()).isNaN();
  }

  @Test
  void ofHalvesOfConversationsNobodyKnowsWhatCameBack() {
    FlowRecord syn = from("10.0.0.1").protocol(6).bytesIn(60).bytesOut(0).build();
    FlowRecord half = from("10.0.0.2").protocol(6).bytesIn(181).bytesOut(0).build();

    assertThat(of(List.of(syn)).bytesOut()).isZero();
    assertThat(of(List.of(syn, half)).bytesOut()).isNaN();
    assertThat(of(List.of(half, syn)).tinyShare()).isEqualTo(0.5);
  }

  @Test
  void ofOneAddressInTwoScopesThereAreTwoSources() {
    TargetView view =
        of(List.of(from("10.0.0.1").scope("a").build(), from("10.0.0.1").scope("b").build()));

    assertThat(view.sources()).isEqualTo(2);
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void aMillionSpoofedSourcesAreOneSmallStateAndTheirNumberIsWithinFivePercent(@ForAll long seed) {
    Random random = new Random(seed);
    TargetAccumulator seen = new TargetAccumulator();
    for (int i = 0; i < 1_000_000; i++) {
      int address = i * 0x9E3779B1 + (int) seed;
      String source =
          (address >>> 24)
              + "."
              + (address >>> 16 & 0xFF)
              + "."
              + (address >>> 8 & 0xFF)
              + "."
              + (address & 0xFF);
      seen.add(from(source).start(Window.START + random.nextInt(60_000)).build(), VIEWS.settings());
    }

    TargetView view = VIEWS.close(SERVER, Window.START, seen);

    assertThat(view.flows()).isEqualTo(1_000_000);
    assertThat(view.sources() / 1e6).isBetween(0.95, 1.05);
    assertThat(Window.bytes(seen)).hasSizeLessThan(3_500);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void countsOfWhatIsKeptAreExactInAnyOrderAndGrouping(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int sources) throws IOException {
    Random random = new Random(seed);
    List<FlowRecord> flows = new ArrayList<>();
    Map<SourceKey, Long> exact = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      FlowRecord flow = from("10.0.0." + random.nextInt(sources)).bytesIn(i).build();
      exact.merge(SourceKey.of(flow), 1L, Long::sum);
      flows.add(flow);
    }
    TargetAccumulator whole = accumulated(flows);
    Collections.shuffle(flows, random);
    List<TargetAccumulator> parts = new ArrayList<>();
    for (int from = 0; from < flows.size(); ) {
      int to = Math.min(flows.size(), from + 1 + random.nextInt(300));
      parts.add(read(Window.bytes(accumulated(flows.subList(from, to)))));
      from = to;
    }
    while (parts.size() > 1) {
      TargetAccumulator into = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).merge(into);
    }

    TargetAccumulator merged = parts.get(0);

    assertThat(Window.bytes(merged)).isEqualTo(Window.bytes(whole));
    TargetView view = VIEWS.close(SERVER, Window.START, merged);
    assertThat(view).isEqualTo(VIEWS.close(SERVER, Window.START, whole));
    assertThat(view.topSources()).hasSize(Math.min(8, exact.size()));
    for (SourceCount count : view.topSources()) {
      assertThat(count.flows()).isEqualTo(exact.get(count.source()));
    }
    if (exact.size() <= DistinctSketch.SPARSE_LIMIT) {
      assertThat(view.sources()).isEqualTo(exact.size());
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void comesBackFromItsBytes(@ForAll("flows") List<FlowRecord> flows, @ForAll boolean early)
      throws IOException {
    TargetView view = accumulated(flows).toView(SERVER, Window.START, Window.MINUTE, early);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    view.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(TargetView.read(in)).isEqualTo(view);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Provide
  Arbitrary<List<FlowRecord>> flows() {
    return Flows.between(Window.START, Window.START + 59_999).list().ofMaxSize(30);
  }

  private static TargetView of(List<FlowRecord> flows) {
    return VIEWS.close(SERVER, Window.START, accumulated(flows));
  }

  private static TargetAccumulator accumulated(List<FlowRecord> flows) {
    TargetAccumulator seen = VIEWS.empty();
    flows.forEach(flow -> VIEWS.add(seen, flow, Window.START));
    return seen;
  }

  private static TargetAccumulator read(byte[] bytes) throws IOException {
    return TargetAccumulator.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static FlowRecordBuilder from(String source) {
    return FlowRecord.builder()
        .srcIp(source)
        .dstIp(SERVER.address())
        .dstPort(SERVER.port())
        .start(Window.START);
  }

  private static SourceCount count(String source, long flows) {
    return new SourceCount(new SourceKey("", source), flows);
  }
}
