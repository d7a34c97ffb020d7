package dev.weir.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.PortSet;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Truth;
import dev.weir.flow.UserException;
import dev.weir.network.NetworkSettings;
import dev.weir.network.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorReaderTest {

  private static final long START = 1_772_438_400_000L;
  private static final Measurement MEASURED =
      new Measurement(
          WindowSpec.tumbling(60_000), FeatureSettings.DEFAULT, NetworkSettings.DEFAULT);

  @TempDir private Path folder;
  private final Kept kept = new Kept();

  /** Keeps what it is handed. */
  private static final class Kept implements VectorCollector {
    private final List<FeatureVector> vectors = new ArrayList<>();
    private final List<TargetView> targets = new ArrayList<>();

    @Override
    public void vector(FeatureVector vector) {
      vectors.add(vector);
    }

    @Override
    public void target(TargetView view) {
      targets.add(view);
    }
  }

  private static FeatureVector vector(double[] values) {
    return new FeatureVector(
        new SourceKey("vpc-1", "10.0.0.\"1"), START, START + 60_000, "DE", Truth.NORMAL, values);
  }

  private static byte[] line(Measurement measured) {
    return new VectorJson(measured).toBytes(vector(new double[Feature.COUNT]));
  }

  private Path write(byte[]... lines) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      content.writeBytes(line);
      content.write('\n');
    }
    return Files.write(folder.resolve("v.jsonl"), content.toByteArray());
  }

  private Kept read(Path file) {
    new VectorReader(kept).read(List.of(file), bytes -> {});
    return kept;
  }

  private void assertRefused(String sentence, byte[]... lines) throws IOException {
    Path file = write(lines);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(file))
        .withMessageStartingWith(file + sentence);
  }

  @Property(tries = 200)
  void aVectorComesBackToTheBit(@ForAll @Size(20) double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.isInfinite(values[i]) || values[i] == 0 ? Double.NaN : values[i];
    }
    FeatureVector before = vector(values);
    Kept after = new Kept();
    byte[] line = new VectorJson(MEASURED).toBytes(before);

    new VectorReader(after).line(line, 0, line.length, "here");

    assertThat(after.vectors).containsExactly(before);
  }

  @Test
  void aTargetComesBackWithWhatTrainingNeedsOfIt() throws IOException {
    TargetView before =
        new TargetView(
            new TargetKey("10.0.0.9", FlowRecord.ABSENT),
            START,
            START + 60_000,
            17,
            Double.NaN,
            Double.NaN,
            2,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            List.of(new SourceCount(new SourceKey("", "1.2.3.4"), 9)),
            START,
            START + 59_999,
            Truth.UNKNOWN,
            false);

    assertThat(read(write(new VectorJson(MEASURED).toBytes(before))).targets)
        .containsExactly(before);
  }

  @Test
  void aFileSaysHowItWasMeasured() throws IOException {
    Measurement sliding =
        new Measurement(
            new WindowSpec(300_000, 60_000),
            new FeatureSettings(PortSet.of(List.of(22)), 5),
            new NetworkSettings(false, true, false, Scope.VPC, 56, "abc"));

    assertThat(VectorReader.measurementOf(List.of(write(line(sliding))))).isEqualTo(sliding);
  }

  @Test
  void vectorsOfAnotherSchemaOrVersionAreRefused() throws IOException {
    String line = new String(line(MEASURED), StandardCharsets.UTF_8);

    assertRefused(
        ":1 holds vectors of feature schema 99, and this release measures schema "
            + Feature.SCHEMA_VERSION,
        line.replaceFirst("\"schema_version\":\\d+", "\"schema_version\":99")
            .getBytes(StandardCharsets.UTF_8));
    assertRefused(
        ":1 is a vector of version 2, and this release reads version 1",
        line.replaceFirst("\"version\":1", "\"version\":2").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void vectorsThatWereMeasuredOtherwiseAreRefusedByName() throws IOException {
    byte[] first = line(MEASURED);
    WindowSpec window = WindowSpec.tumbling(300_000);
    PortSet ports = FeatureSettings.DEFAULT_CRITICAL_PORTS;

    assertRefused(
        ":2 was measured of windows of 5m, unlike ",
        first,
        line(new Measurement(window, MEASURED.settings(), MEASURED.network())));
    assertRefused(
        ":2 was measured with --short-flow 5ms, unlike ",
        first,
        line(
            new Measurement(MEASURED.window(), new FeatureSettings(ports, 5), MEASURED.network())));
    assertRefused(
        ":2 was measured with --critical-ports {22}, unlike ",
        first,
        line(
            new Measurement(
                MEASURED.window(),
                new FeatureSettings(
                    PortSet.of(List.of(22)), FeatureSettings.DEFAULT_SHORT_FLOW_MILLIS),
                MEASURED.network())));
    assertRefused(
        ":2 was measured with --scope vpc, unlike ",
        first,
        line(
            new Measurement(
                MEASURED.window(),
                MEASURED.settings(),
                new NetworkSettings(
                    true, true, true, Scope.VPC, 64, MEASURED.network().network()))));
  }

  @Test
  void whatIsNoVectorIsRefused() throws IOException {
    assertRefused(
        ":1 is no vector (", "{\"src_ip\":\"10.0.0.1\"}".getBytes(StandardCharsets.UTF_8));
    assertRefused(":1 is no vector (", "flows".getBytes(StandardCharsets.UTF_8));
    assertRefused(":2 is no vector (", line(MEASURED), new byte[] {'{'});

    Path empty = Files.writeString(folder.resolve("empty"), "\n\n");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> VectorReader.measurementOf(List.of(empty)))
        .withMessage(empty + ": holds no vectors; name what 'weir backtest --vectors' wrote");
  }
}
