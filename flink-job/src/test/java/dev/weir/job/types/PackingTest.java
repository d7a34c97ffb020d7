package dev.weir.job.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.WindowSpec;
import dev.weir.job.Flows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PackingTest {

  private static final WindowSpec WINDOW = WindowSpec.tumbling(60_000);

  private final Packing<SourceAccumulator> packing = new Packing<>(SourceAccumulator::read);

  @Test
  void whatIsUnpackedGoesOnWithoutWhatWasPacked() throws IOException {
    Packed one = packing.pack(seen(1));

    SourceAccumulator more = packing.unpack(one);
    add(more, 2);
    Packed two = packing.pack(more);

    assertThat(one).isEqualTo(packing.pack(seen(1)));
    assertThat(two).isEqualTo(packing.pack(seen(2)));
    assertThat(two.flows()).isEqualTo(2);
  }

  @Test
  void refusesALengthThatNoAccumulatorHas() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    new Packed(1, new byte[Packed.MAX_BYTES + 1]).write(out);

    assertThatThrownBy(
            () -> Packed.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isInstanceOf(IOException.class)
        .hasMessage("an accumulator of 1048577 bytes");
  }

  private static SourceAccumulator seen(int flows) {
    SourceAccumulator seen = new SourceAccumulator();
    for (int i = 1; i <= flows; i++) {
      add(seen, i);
    }
    return seen;
  }

  private static void add(SourceAccumulator seen, int second) {
    seen.add(
        Flows.at("192.0.2.7", second * 1_000L),
        0,
        WINDOW,
        FeatureSettings.DEFAULT,
        KnownTargets.NONE);
  }
}
