package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.model.Model;
import dev.weir.model.Models;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AlertBytesTest {

  private static final Model MODEL = Models.small();

  @Property
  void alertsComeBackFromTheirBytes(
      @ForAll double bytesIn, @ForAll double ports, @ForAll boolean withShare) throws IOException {
    Alert alert =
        new Alerts(MODEL)
            .of(
                MODEL.score(
                    Models.vector(
                        Feature.BYTES_IN,
                        Math.abs(bytesIn),
                        Feature.DISTINCT_DST_PORTS,
                        Math.abs(ports),
                        Feature.PORT_22_SHARE,
                        withShare ? 1 : Double.NaN)));
    DataInputStream in = in(bytes(alert));

    assertThat(AlertBytes.read(in)).isEqualTo(alert);
    assertThat(in.read()).isEqualTo(-1);
  }

  private static byte[] bytes(Alert alert) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AlertBytes.write(alert, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
