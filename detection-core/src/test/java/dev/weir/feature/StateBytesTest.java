package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Truth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * The bytes that checkpoints and savepoints hold, as this release and all before it wrote them. A
 * test that fails here says that a running job could not be taken over: raise the version and read
 * the old one too.
 */
class StateBytesTest {

  private static final FlowRecord FLOW =
      Window.flow(1_000)
          .end(Window.START + 3_500)
          .dstIp("10.0.0.1")
          .dstPort(22)
          .bytesIn(300)
          .bytesOut(5)
          .packets(4)
          .action(Action.REJECT)
          .country("AE")
          .ruleNames(List.of("a"))
          .truth(Truth.ANOMALOUS)
          .build();

  @Test
  void anAccumulatorHasTheseBytes() throws IOException {
    String golden =
        "02" // version
            + "01" // flows
            + "c413"
            + "01"
            + "00" // duration, timed and short flows
            + "01"
            + "01" // judged and refused
            + "01" // rule hits
            + "0000000000000008" // slots
            + "00024145" // country
            + "02" // truth
            + "07" // bytes and packets are given
            + "ac02"
            + "ac02" // bytes in, and the largest
            + "05" // bytes out
            + "04" // packets
            + "04"
            + "b102" // packets and bytes of records that gave both
            + "0000018f177cb968"
            + "c413" // first start, and from there to the last end
            + "01"
            + "01"
            + "00"
            + "01"
            + "00" // flows by port
            + "01"
            + "d754d4c0" // destinations
            + "01"
            + "43beb540" // ports
            + "01"
            + "0000004000000000"
            + "01";

    assertThat(hex(Window.bytes(Window.of(List.of(FLOW))))).isEqualTo(golden);
    assertThat(Window.vector(Window.read(HexFormat.of().parseHex(golden))))
        .isEqualTo(Window.vector(Window.of(List.of(FLOW))));
  }

  @Test
  void aSourcesAccumulatorHasTheseBytes() throws IOException {
    SourceAccumulator seen = new SourceAccumulator();
    seen.add(FLOW, Window.START, Window.MINUTE, FeatureSettings.DEFAULT, KnownTargets.NONE);

    assertThat(hex(write(seen::write)))
        .isEqualTo(
            "03" // version
                + hex(Window.bytes(Window.of(List.of(FLOW))))
                + "01" // one target
                + "f8e9441d54ad1908" // watched, and the target's number
                + "01"
                + "00"
                + "ac02"
                + "05" // flows, SYNs, bytes in and out
                + "0000000000000008" // slots
                + "00" // and no other target
                + "01"
                + "00024145"
                + "01" // flows by country
                + "01"
                + "000161"
                + "01" // flows by rule
                + "01"
                + "01d754d4c0"
                + "0143beb540" // first contacts that failed: addresses and ports
                + "0100"); // small flows to SSH and RDP
    assertThat(SourceAccumulator.read(in(write(seen::write))).flows()).isEqualTo(1);
  }

  @Test
  void aTargetsAccumulatorHasTheseBytes() throws IOException {
    TargetAccumulator seen = new TargetAccumulator();
    seen.add(FLOW, FeatureSettings.DEFAULT);

    assertThat(hex(write(seen::write)))
        .isEqualTo(
            "02" // version
                + "01" // flows
                + "03" // bytes are given
                + "ac02"
                + "05" // bytes in and out
                + "01"
                + "00" // of known bytes, and tiny
                + "01"
                + "01" // judged and refused
                + "01"
                + "00" // timed and short
                + "0000018f177cb968"
                + "0000018f177cc32c" // first and last seen
                + "02" // truth
                + "01" // sources
                + "01"
                + "0000"
                + "00093139322e302e322e37"
                + "01" // the source and its flows
                + "00"); // no sketch
    assertThat(TargetAccumulator.read(in(write(seen::write))).flows()).isEqualTo(1);
  }

  @Test
  void aPairHistoryHasTheseBytes() throws IOException {
    SourceViews views = new SourceViews(Window.MINUTE, FeatureSettings.DEFAULT, KnownTargets.NONE);
    PairHistory history = new PairHistory();
    for (int i = 0; i < 2; i++) {
      SourceAccumulator seen = views.empty();
      long start = Window.START + i * 60_000;
      views.add(
          seen, Window.flow(i * 60_000 + 30_000).dstIp("10.0.0.1").dstPort(22).build(), start);
      history.take(
          views.close(Window.SOURCE, start, seen), Window.MINUTE, KnownTargets.NONE, pair -> {});
    }

    assertThat(hex(write(history::write)))
        .isEqualTo(
            "01" // version
                + "01" // targets
                + "78e9441d54ad1908" // the target's number
                + "0000018f177d2ab0" // first contact
                + "e0d403"
                + "00" // to the last contact's begin, and to its end
                + "02" // contacts
                + "00"
                + "00" // bytes in and out
                + "01"
                + "6001"); // a bin of intervals
    assertThat(PairHistory.read(in(write(history::write))).size()).isEqualTo(1);
  }

  @Test
  void aTargetKeyHasTheseBytesThisHashAndThisShare() throws IOException {
    TargetKey key = new TargetKey("10.0.0.1", 443);

    assertThat(hex(write(key::write))).isEqualTo("01" + "000831302e302e302e31" + "bc03");
    assertThat(key.hashCode()).isEqualTo(1919095321);
    assertThat(key.share(720)).isEqualTo(121);
    assertThat(TargetKey.read(in(write(key::write)))).isEqualTo(key);
  }

  @Test
  void anEmptyAccumulatorHasTheseBytes() {
    assertThat(hex(Window.bytes(new FeatureAccumulator())))
        .isEqualTo("02" + "00".repeat(25) + "7fffffffffffffff" + "01" + "00".repeat(8));
  }

  @Test
  void aDenseSketchHasTheseBytes() throws IOException {
    DistinctSketch sketch = new DistinctSketch();
    IntStream.range(0, 100).forEach(i -> sketch.add(DistinctSketch.hash(i)));
    byte[] bytes = write(sketch::write);

    assertThat(bytes).hasSize(1 + 768);
    assertThat(bytes[0]).isEqualTo((byte) 97);
    assertThat(Arrays.hashCode(bytes)).isEqualTo(-1956541318);
    assertThat(sketch.estimate()).isEqualTo(101);
  }

  @Test
  void aSourceKeyHasTheseBytesThisHashAndThisShare() throws IOException {
    SourceKey key = new SourceKey("acct", "10.0.0.1");

    assertThat(hex(write(key::write))).isEqualTo("01" + "000461636374" + "000831302e302e302e31");
    assertThat(key.hashCode()).isEqualTo(934361039);
    assertThat(key.share(720)).isEqualTo(479);
    assertThat(SourceKey.read(in(write(key::write)))).isEqualTo(key);
  }

  @Test
  void aVectorHasTheseBytes() throws IOException {
    FeatureVector vector = Window.vector(Window.of(List.of(FLOW)));

    assertThat(hex(write(vector::write)))
        .isEqualTo(
            "01" // version of the key
                + "0000" // no scope
                + "00093139322e302e322e37" // address
                + "0000018f177cb580" // window start
                + "0000018f177d9fe0" // window end
                + "00024145" // country
                + "02" // truth
                + "3ff0000000000000"
                + "4072c00000000000" // flow_count, bytes_in
                + "4014000000000000"
                + "4010000000000000" // bytes_out, packets
                + "400f52a37019093b"
                + "4004000000000000" // log ratio, duration_mean
                + "405e800000000000"
                + "4053100000000000" // traffic_rate, avg_packet_size
                + "3ff0000000000000"
                + "3ff0000000000000" // distinct addresses and ports
                + "0000000000000000"
                + "3ff0000000000000" // entropy, port 22
                + "0000000000000000"
                + "3ff0000000000000" // port 3389, critical ports
                + "0000000000000000"
                + "3ff0000000000000" // non-standard ports, rejected
                + "0000000000000000"
                + "4072c00000000000" // short flows, largest flow
                + "7ff8000000000000"
                + "3ff0000000000000");
    assertThat(FeatureVector.read(in(write(vector::write)))).isEqualTo(vector);
  }

  @Test
  void anotherVersionIsRefusedByName() {
    byte[] newer = Window.bytes(new FeatureAccumulator());
    newer[0] = 3;

    assertThatThrownBy(() -> Window.read(newer))
        .isInstanceOf(UnknownVersionException.class)
        .hasMessage(
            "feature accumulator of version 3 cannot be read: this release knows version 2");
    assertThatThrownBy(() -> SourceKey.read(in(new byte[] {9, 0, 0, 0, 0})))
        .isInstanceOf(UnknownVersionException.class)
        .hasMessage("source key of version 9 cannot be read: this release knows version 1");
  }

  @Test
  void aSketchOfImpossibleSizeIsRefused() {
    assertThatThrownBy(() -> DistinctSketch.read(in(new byte[] {98})))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("98 tokens");
  }

  @Property
  void numbersOfAnySizeComeBack(@ForAll long value) throws IOException {
    assertThat(Varint.read(in(write(out -> Varint.write(out, value))))).isEqualTo(value);
  }

  @Test
  void aNumberWithoutAnEndIsRefused() {
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0x80);

    assertThatThrownBy(() -> Varint.read(in(endless)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 64 bits");
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] write(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
