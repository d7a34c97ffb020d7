package dev.weir.job.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WireSerializerSnapshotTest {

  /** What savepoints hold already: these bytes never change. */
  @Test
  void writesTheBytesOfItsFirstRelease() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);

    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot(WireType.SOURCE_KEY));

    String className = "dev.weir.job.types.WireSerializerSnapshot";
    assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer()))
        .isEqualTo(
            "0029"
                + HexFormat.of().formatHex(className.getBytes(StandardCharsets.US_ASCII))
                + "00000001"
                + "000a534f555243455f4b4559"
                + "00000001");
  }

  /** The names and versions of the types that lie in savepoints. */
  @ParameterizedTest
  @CsvSource({
    "SOURCE_KEY, 1",
    "TARGET_KEY, 1",
    "ACCUMULATOR, 5",
    "TARGET_ACCUMULATOR, 2",
    "PAIR_HISTORY, 1",
    "SCORED_WINDOW, 4001"
  })
  void keepsTheNamesThatSavepointsHold(String name, int version) {
    assertThat(WireType.valueOf(name).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource
  void restoresTheSerializer(WireType type) throws IOException {
    WireSerializerSnapshot<Object> read = new WireSerializerSnapshot<>();

    read.readSnapshot(1, in(type.name(), type.version()), getClass().getClassLoader());

    assertThat(read.restoreSerializer()).isEqualTo(new WireSerializer<>(type));
    assertThat(snapshot(type).resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
  }

  @Test
  void isIncompatibleWithAnotherType() {
    assertThat(
            snapshot(WireType.FLOW)
                .resolveSchemaCompatibility(snapshot(WireType.ENTRY))
                .isIncompatible())
        .isTrue();
  }

  @Test
  void refusesAnUnknownTypeByName() {
    assertThatThrownBy(() -> read(1, "VICTIM", 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'VICTIM'");
  }

  @Test
  void refusesAnotherLayoutAndSaysWhich() {
    assertThatThrownBy(() -> read(1, "ACCUMULATOR", 9))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ACCUMULATOR is of version 9")
        .hasMessageContaining("reads version 5");
  }

  @Test
  void refusesASnapshotOfAnotherVersion() {
    assertThatThrownBy(() -> read(7, "FLOW", 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unknown version 7");
  }

  private static void read(int snapshotVersion, String name, int layout) throws IOException {
    new WireSerializerSnapshot<>()
        .readSnapshot(
            snapshotVersion, in(name, layout), WireSerializerSnapshotTest.class.getClassLoader());
  }

  private static DataInputDeserializer in(String name, int layout) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(name);
    out.writeInt(layout);
    return new DataInputDeserializer(out.getCopyOfBuffer());
  }

  private static TypeSerializerSnapshot<Object> snapshot(WireType type) {
    return type.info().createSerializer(new SerializerConfigImpl()).snapshotConfiguration();
  }
}
