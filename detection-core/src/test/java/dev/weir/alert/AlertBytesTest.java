package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.finding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertBytesTest {

  private static final Incidents INCIDENTS = new Incidents(new IncidentSettings(0, 0, 1, 1, 0));

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anAlertIsReadAsItWasWritten(Kind kind) throws IOException {
    Alert alert = alert(Found.inWindow(0).of(kind).about(kind == Kind.MODEL ? "packets" : ""));

    Alert read = Alert.read(in(bytes(alert)));

    assertThat(AlertFormat.NATIVE.toBytes(read)).isEqualTo(AlertFormat.NATIVE.toBytes(alert));
    assertThat(bytes(read)).isEqualTo(bytes(alert));
  }

  @Test
  void anAlertDoesNotChangeWithItsIncident() throws IOException {
    Incidents.Outcome outcome = INCIDENTS.detect(null, Found.inWindow(0).get());
    Alert alert = Alert.of(outcome, 7);
    byte[] before = bytes(alert);

    INCIDENTS.detect(outcome.incident(), Found.inWindow(1).severe(99).get());

    assertThat(bytes(alert)).isEqualTo(before);
  }

  @Test
  void anotherVersionIsRefusedByName() throws IOException {
    byte[] bytes = bytes(alert(Found.inWindow(0)));
    bytes[0] = 9;

    assertThatThrownBy(() -> Alert.read(in(bytes))).hasMessageContaining("incident of version 9");
  }

  static Alert alert(Found found) {
    return Alert.of(INCIDENTS.detect(null, found.get()), Found.START + 61_000);
  }

  private static byte[] bytes(Alert alert) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    alert.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
