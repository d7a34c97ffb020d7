package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.decode.Flows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class EntryBytesTest {

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void everyEntryComesBackEqualAndNothingIsLeft(@ForAll("entries") Entry entry) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(entry)));

    assertThat(EntryBytes.read(in)).isEqualTo(entry);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void theLargestFlowFits() throws IOException {
    String widest = "\uFFFF".repeat(FlowRecord.MAX_TEXT);
    FlowRecord flow =
        FlowRecord.builder()
            .scope(widest)
            .srcIp(widest)
            .dstIp(widest)
            .country("DE")
            .start(0)
            .ruleNames(Collections.nCopies(FlowRecord.MAX_RULES, widest))
            .build();

    assertThat(read(bytes(flow))).isEqualTo(flow);
  }

  @Test
  void theLargestDeadLetterFits() throws IOException {
    DeadLetter letter =
        DeadLetter.of(
            DeadLetterReason.MALFORMED,
            "\uFFFF".repeat(100_000),
            "\uFFFF".repeat(100_000),
            0,
            new byte[100_000],
            0,
            100_000);

    assertThat(read(bytes(letter))).isEqualTo(letter);
  }

  @Test
  void bytesOfSomethingElseAreRefused() {
    refuses(new byte[] {6}, "an entry of unknown kind 6");
    refuses(new byte[] {2, 99}, "99 as an index");
    refuses(new byte[] {1, -1}, "255 as an index");
  }

  @Test
  void aPayloadOfImpossibleLengthIsRefusedBeforeItIsAllocated() throws IOException {
    for (int length : List.of(-1, DeadLetter.MAX_PAYLOAD + 1, Integer.MAX_VALUE)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(new byte[] {1, 0, 0, 0, 0, 0});
      out.writeLong(0);
      out.writeInt(length);

      refuses(bytes.toByteArray(), length + " bytes of payload");
    }
  }

  @Test
  void moreRulesThanAFlowMayHaveAreRefused() throws IOException {
    byte[] bytes = bytes(FlowRecord.builder().srcIp("::1").start(0).build());
    bytes[bytes.length - 2] = (byte) (FlowRecord.MAX_RULES + 1);

    refuses(bytes, "65 rules");
  }

  @Test
  void aGapComesBackAndOneThatEndsBeforeItBeginsIsRefused() throws IOException {
    Gap gap = new Gap("\uFFFF".repeat(1_000), List.of("10.0.0.1", "fd00::1"), 60_000, 120_000);
    assertThat(read(bytes(gap))).isEqualTo(gap);

    byte[] bytes = bytes(gap);
    bytes[bytes.length - 7] = -1;
    bytes[bytes.length - 8] = -1;

    refuses(bytes, "these bytes are not of an entry");
  }

  private static void refuses(byte[] bytes, String why) {
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageContaining(why);
  }

  private static byte[] bytes(Entry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EntryBytes.write(entry, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Entry read(byte[] bytes) throws IOException {
    return EntryBytes.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Provide
  Arbitrary<Entry> entries() {
    Arbitrary<DeadLetter> letters =
        Combinators.combine(
                Arbitraries.of(DeadLetterReason.class),
                Arbitraries.strings().ofMaxLength(600),
                Arbitraries.strings().ofMaxLength(50),
                Arbitraries.longs(),
                Arbitraries.bytes().array(byte[].class))
            .as(
                (reason, detail, origin, time, payload) ->
                    DeadLetter.of(reason, detail, origin, time, payload, 0, payload.length));
    return Arbitraries.frequencyOf(
        Tuple.of(5, Flows.any().map(Entry.class::cast)),
        Tuple.of(3, letters.map(Entry.class::cast)),
        Tuple.of(1, Arbitraries.of(Ignored.class).map(Entry.class::cast)));
  }
}
