package dev.weir.job.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireTypeTest {

  private static final Set<WireType> COPIED =
      Set.of(
          WireType.PAIR_HISTORY,
          WireType.CROWD,
          WireType.BLIND_TIMES,
          WireType.INCIDENT,
          WireType.DRIFT_COUNTS,
          WireType.DRIFT_DAY);

  /** Of these and of what holds them there is no equality but that of bytes. */
  private static final Set<WireType> MUTABLE =
      Set.of(
          WireType.PAIR_HISTORY,
          WireType.CROWD,
          WireType.BLIND_TIMES,
          WireType.INCIDENT,
          WireType.DRIFT_COUNTS,
          WireType.DRIFT_DAY,
          WireType.ALERT);

  private static final Set<WireType> KEYS =
      Set.of(WireType.SOURCE_KEY, WireType.TARGET_KEY, WireType.CROWD_KEY, WireType.INCIDENT_KEY);

  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/weir/job/types/wire-types.txt");

  @ParameterizedTest
  @EnumSource
  void comesBackAsItWentOut(WireType type) throws IOException {
    Object value = Examples.of(type);

    byte[] bytes = bytes(type, value);
    Object back = serializer(type).deserialize(new DataInputDeserializer(bytes));

    assertThat(bytes(type, back)).isEqualTo(bytes);
    if (!MUTABLE.contains(type)) {
      assertThat(back).isEqualTo(value).hasSameHashCodeAs(value);
    }
  }

  /** Savepoints hold these bytes: others need another version, and those before a reader. */
  @Test
  void everyTypeHasTheBytesThatItHad() throws IOException {
    List<String> lines = new ArrayList<>();
    for (WireType type : WireType.values()) {
      String hex = HexFormat.of().formatHex(bytes(type, Examples.of(type)));
      lines.add(type + " " + type.version() + " " + hex);
    }
    if (Boolean.getBoolean("weir.golden.write")) {
      Files.write(GOLDEN, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingUnread(WireType type) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes(type, Examples.of(type)));

    serializer(type).deserialize(in);

    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void copiesBytesWithoutAlteringThem(WireType type) throws IOException {
    byte[] bytes = bytes(type, Examples.of(type));
    DataOutputSerializer out = new DataOutputSerializer(64);

    serializer(type).copy(new DataInputDeserializer(bytes), out);

    assertThat(out.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void copiesWhatCanChangeAndOnlyThat(WireType type) throws IOException {
    Object value = Examples.of(type);
    TypeSerializer<Object> serializer = serializer(type);

    Object copy = serializer.copy(value);

    assertThat(serializer.isImmutableType()).isEqualTo(!COPIED.contains(type));
    if (serializer.isImmutableType()) {
      assertThat(copy).isSameAs(value);
    } else {
      byte[] before = bytes(type, copy);
      Examples.alter(value);
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
    assertThat(info.isKeyType()).isEqualTo(KEYS.contains(type));
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
    Arbitrary<Entry> gaps =
        Combinators.combine(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().ofMaxLength(40).list().ofMaxSize(70),
                Arbitraries.longs().between(0, 4_000_000_000_000L))
            .as((scope, addresses, start) -> new Gap(scope, addresses, start, start + 1));
    return Arbitraries.oneOf(ignored, letters, delivered, gaps);
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
}
