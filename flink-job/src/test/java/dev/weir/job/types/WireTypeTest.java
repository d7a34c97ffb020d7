package dev.weir.job.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.Alert;
import dev.weir.explain.CounterEvidence;
import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.Late;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PairHistory;
import dev.weir.feature.PairView;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.SourceViews;
import dev.weir.feature.TargetAccumulator;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetViews;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.Action;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.Side;
import dev.weir.job.Flows;
import dev.weir.model.ScoredWindow;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireTypeTest {

  private static final WindowSpec MINUTE = WindowSpec.tumbling(60_000);
  private static final SourceViews SOURCES =
      new SourceViews(MINUTE, FeatureSettings.DEFAULT, KnownTargets.NONE);
  private static final TargetViews TARGETS = new TargetViews(MINUTE, FeatureSettings.DEFAULT);
  private static final Set<WireType> COPIED =
      Set.of(WireType.ACCUMULATOR, WireType.TARGET_ACCUMULATOR, WireType.PAIR_HISTORY);
  private static final Set<WireType> MUTABLE =
      Set.of(
          WireType.ACCUMULATOR,
          WireType.TARGET_ACCUMULATOR,
          WireType.PAIR_HISTORY,
          WireType.PARTIAL,
          WireType.TARGET_PARTIAL);

  @ParameterizedTest
  @EnumSource
  void comesBackAsItWentOut(WireType type) throws IOException {
    Object value = example(type);

    byte[] bytes = bytes(type, value);
    Object back = serializer(type).deserialize(new DataInputDeserializer(bytes));

    assertThat(bytes(type, back)).isEqualTo(bytes);
    if (!MUTABLE.contains(type)) {
      assertThat(back).isEqualTo(value).hasSameHashCodeAs(value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingUnread(WireType type) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes(type, example(type)));

    serializer(type).deserialize(in);

    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void copiesBytesWithoutAlteringThem(WireType type) throws IOException {
    byte[] bytes = bytes(type, example(type));
    DataOutputSerializer out = new DataOutputSerializer(64);

    serializer(type).copy(new DataInputDeserializer(bytes), out);

    assertThat(out.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void copiesWhatCanChangeAndOnlyThat(WireType type) throws IOException {
    Object value = example(type);
    TypeSerializer<Object> serializer = serializer(type);

    Object copy = serializer.copy(value);

    assertThat(serializer.isImmutableType()).isEqualTo(!COPIED.contains(type));
    if (serializer.isImmutableType()) {
      assertThat(copy).isSameAs(value);
    } else {
      byte[] before = bytes(type, copy);
      alter(value);
      assertThat(bytes(type, copy)).isEqualTo(before).isNotEqualTo(bytes(type, value));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isEqualByItsName(WireType type) {
    TypeInformation<Object> info = type.info();

    assertThat(info).isEqualTo(type.info()).hasSameHashCodeAs(type.info()).hasToString(type.name());
    assertThat(serializer(type)).isEqualTo(serializer(type)).hasSameHashCodeAs(serializer(type));
    for (WireType other : WireType.values()) {
      assertThat(info.equals(other.info())).isEqualTo(type == other);
      assertThat(serializer(type).equals(serializer(other))).isEqualTo(type == other);
    }
    assertThat(info.isKeyType())
        .isEqualTo(type == WireType.SOURCE_KEY || type == WireType.TARGET_KEY);
  }

  @Property(tries = 200)
  void everyFlowComesBack(@ForAll("flows") FlowRecord flow) throws IOException {
    assertThat(roundTrip(WireType.FLOW, flow)).isEqualTo(flow);
    assertThat(roundTrip(WireType.ENTRY, flow)).isEqualTo(flow);
  }

  @Property(tries = 200)
  void everyOtherEntryComesBack(@ForAll("others") Entry entry) throws IOException {
    assertThat(roundTrip(WireType.ENTRY, entry)).isEqualTo(entry);
  }

  @Provide
  Arbitrary<FlowRecord> flows() {
    Arbitrary<Long> times = Arbitraries.longs().between(0, 4_000_000_000_000L);
    Arbitrary<Long> counts = Arbitraries.longs().between(-1, Long.MAX_VALUE);
    Arbitrary<Integer> ports = Arbitraries.integers().between(-1, 65_535);
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20);
    return Combinators.combine(
            texts, ports, counts, times, counts, Arbitraries.of(Action.class), texts.list())
        .as(
            (text, port, count, start, out, action, rules) ->
                FlowRecord.builder()
                    .scope(text)
                    .srcIp(text + "!")
                    .dstPort(port)
                    .srcPort(port)
                    .protocol(port % 256)
                    .tcpFlags(port % 255)
                    .bytesIn(count)
                    .bytesOut(out)
                    .packets(count)
                    .start(start)
                    .end(start + port + 1)
                    .side(port % 2 == 0 ? Side.RESPONDER : Side.INITIATOR)
                    .action(action)
                    .responseCode(port)
                    .country(text)
                    .ruleNames(rules)
                    .build());
  }

  @Provide
  Arbitrary<Entry> others() {
    Arbitrary<Entry> ignored = Arbitraries.of(Ignored.class).map(reason -> reason);
    Arbitrary<byte[]> payloads = Arbitraries.bytes().array(byte[].class).ofMaxSize(100);
    Arbitrary<Entry> letters =
        Combinators.combine(
                Arbitraries.of(DeadLetterReason.class),
                Arbitraries.strings().ofMaxLength(50),
                Arbitraries.longs().greaterOrEqual(-1),
                payloads)
            .as(
                (reason, text, time, payload) ->
                    new DeadLetter(reason, text, text, time, payload, time % 2 == 0));
    Arbitrary<Entry> delivered =
        flows().map(flow -> new DeliveredFlow("topic-" + flow.srcPort(), flow.start(), flow));
    return Arbitraries.oneOf(ignored, letters, delivered);
  }

  private static Object roundTrip(WireType type, Object value) throws IOException {
    return serializer(type).deserialize(new DataInputDeserializer(bytes(type, value)));
  }

  private static TypeSerializer<Object> serializer(WireType type) {
    return type.info().createSerializer(new SerializerConfigImpl());
  }

  private static byte[] bytes(WireType type, Object value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer(type).serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static Object example(WireType type) {
    return switch (type) {
      case SOURCE_KEY -> new SourceKey("123456789012", "10.0.0.1");
      case ENTRY -> Ignored.NO_DATA;
      case FLOW -> Flows.at("2001:db8::1", 42);
      case DEAD_LETTER ->
          new DeadLetter(
              DeadLetterReason.BAD_TIME, "détail", "t-0-1", -1, new byte[] {0, -1}, true);
      case ACCUMULATOR -> accumulator();
      case PARTIAL -> partial();
      case LATE -> new Late.Flows(new SourceKey("", "192.0.2.7"), 0, 60_000, 3);
      case SOURCE_VIEW -> view();
      case TARGET_KEY -> new TargetKey("10.0.0.1", FlowRecord.ABSENT);
      case TARGET_ACCUMULATOR -> targetPartial().seen();
      case TARGET_PARTIAL -> targetPartial();
      case TARGET_VIEW ->
          TARGETS.close(new TargetKey("10.0.0.1", 22), 60_000, targetPartial().seen());
      case PAIR_HISTORY -> history();
      case PAIR_VIEW ->
          new PairView(
              new SourceKey("", "192.0.2.7"),
              new TargetKey("10.0.0.1", 22),
              1,
              2,
              3,
              4,
              5,
              6,
              0.75,
              7,
              8);
      case SCORED_WINDOW -> scored();
      case ALERT ->
          new Alert(
              "id",
              scored(),
              0.5,
              new Explanation(
                  List.of(
                      new Reason("packets", 1, Double.NaN, 3, 99.5, 0.5, "one"),
                      new Reason("rule_hits", 5, 0, 0, 100, Double.NaN, "two")),
                  new CounterEvidence(Feature.PACKETS, 1, 3, 0.5, "three")));
    };
  }

  private static void alter(Object value) {
    FlowRecord flow = FlowRecord.builder().srcIp("a").dstIp("b").start(5).build();
    if (value instanceof SourceAccumulator seen) {
      SOURCES.add(seen, flow, 0);
    } else if (value instanceof TargetAccumulator seen) {
      TARGETS.add(seen, flow, 0);
    } else {
      ((PairHistory) value).take(view(), MINUTE, KnownTargets.NONE, pair -> {});
    }
  }

  private static PairHistory history() {
    PairHistory history = new PairHistory();
    history.take(view(), MINUTE, KnownTargets.NONE, pair -> {});
    return history;
  }

  private static SourceAccumulator accumulator() {
    SourceAccumulator accumulator = new SourceAccumulator();
    for (int i = 0; i < 300; i++) {
      FlowRecord flow =
          FlowRecord.builder().srcIp("a").dstIp("d" + i).dstPort(i).bytesIn(i).start(i).build();
      SOURCES.add(accumulator, flow, 0);
    }
    return accumulator;
  }

  private static PartialWindow<SourceKey, SourceAccumulator> partial() {
    OpenWindows<SourceKey, SourceAccumulator> open = new OpenWindows<>(SOURCES);
    open.add(Flows.at("a", 1), Long.MIN_VALUE);
    return open.add(Flows.at("a", 2), Long.MIN_VALUE);
  }

  private static PartialWindow<TargetKey, TargetAccumulator> targetPartial() {
    OpenWindows<TargetKey, TargetAccumulator> open = new OpenWindows<>(TARGETS);
    for (int i = 0; i < 300; i++) {
      open.add(
          FlowRecord.builder().srcIp("s" + i).dstIp("a").dstPort(1).start(i).build(),
          Long.MIN_VALUE);
    }
    return open.add(
        FlowRecord.builder().srcIp("s").dstIp("a").dstPort(1).start(1).build(), Long.MIN_VALUE);
  }

  private static SourceView view() {
    return SOURCES.close(new SourceKey("", "192.0.2.7"), 60_000, accumulator());
  }

  private static FeatureVector vector() {
    double[] values = new double[Feature.COUNT];
    Arrays.setAll(values, i -> i == 3 ? Double.NaN : i / 7.0);
    return new FeatureVector(new SourceKey("", "192.0.2.7"), 60_000, 120_000, "DE", values);
  }

  private static ScoredWindow scored() {
    return new ScoredWindow(vector(), 0.75, ScoredWindow.ANOMALOUS, true, "model");
  }
}
