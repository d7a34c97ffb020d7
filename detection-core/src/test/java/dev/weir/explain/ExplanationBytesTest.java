package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationBytesTest {

  private static final Explanation EXPLANATION =
      new Explanation(
          List.of(
              new Reason("packets", 3, 1, 2, 99.5, 0.25, "a"), Reasons.told("pair.period", 5, "b")),
          new CounterEvidence(Feature.BYTES_IN, 3, 1, 0.5, "c"));

  @Test
  void comeBackAsTheyWere() throws IOException {
    assertThat(read(bytes(EXPLANATION))).isEqualTo(EXPLANATION);
    assertThat(read(bytes(Explanation.NONE))).isEqualTo(Explanation.NONE);
  }

  @Test
  void areTheseBytes() throws IOException {
    assertThat(HexFormat.of().formatHex(bytes(EXPLANATION)))
        .isEqualTo(
            "02"
                + "00077061636b65747340080000000000003ff000000000000040000000000000004058e00000000000"
                + "3fd0000000000000000161"
                + "000b706169722e706572696f6440140000000000007ff80000000000007ff80000000000007ff8000000000000"
                + "7ff8000000000000000162"
                + "010140080000000000003ff00000000000003fe0000000000000000163");
  }

  @Test
  void ofSomethingElseAreRefused() throws IOException {
    assertThatThrownBy(() -> read(new byte[] {6}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("6 reasons");
    byte[] bytes = bytes(new Explanation(List.of(), EXPLANATION.counter()));
    bytes[2] = (byte) Feature.COUNT;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("feature 20");
  }

  private static byte[] bytes(Explanation explanation) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ExplanationBytes.write(explanation, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Explanation read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Explanation read = ExplanationBytes.read(in);
    assertThat(in.read()).isEqualTo(-1);
    return read;
  }
}
