package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weir.feature.Feature;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

  private static final byte[] SMALL = ModelFile.toBytes(Models.small());

  @TempDir private Path folder;

  /** The file is what version 2 looked like when it came out; models in use look like it. */
  @Test
  void aFileOfVersionTwoIsStillReadAndScoresTheSame() {
    Model model = ModelFile.parse(golden(), "golden");

    assertThat(model.id())
        .isEqualTo("fabb63a604aaab9c9d9b827477da5e111cd965819143201e87ff87a19ce9b4df");
    assertThat(model.segment().labelThreshold()).isEqualTo(0.4);
    assertThat(
            Stream.of(
                    Models.vector(
                        Feature.BYTES_IN,
                        1000,
                        Feature.DISTINCT_DST_PORTS,
                        3,
                        Feature.PORT_22_SHARE,
                        0),
                    Models.vector(
                        Feature.BYTES_IN,
                        5,
                        Feature.DISTINCT_DST_PORTS,
                        900,
                        Feature.PORT_22_SHARE,
                        1),
                    Models.vector(Feature.BYTES_IN, 1e9),
                    Models.vector())
                .map(vector -> model.score(vector).score()))
        .containsExactly(
            0.73270306461642, 0.6410814814831213, 0.5629697084438947, 0.5508968636049655);
  }

  @Test
  void whatIsWrittenTodayIsTheSameFile() {
    assertThat(SMALL).isEqualTo(golden());
  }

  @Test
  void aModelComesBackWhole() {
    Model model = Models.small();
    Model read = ModelFile.parse(SMALL, "small");

    assertThat(ModelFile.toBytes(read)).isEqualTo(SMALL);
    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
        .isEqualTo(model);
  }

  @Test
  void aWrittenFileIsReadBackAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("m.json");
    Files.writeString(file, "what was there before");
    ModelFile.write(Models.small(), file);

    assertThat(ModelFile.read(file).id()).isEqualTo(Models.small().id());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aModelThatCannotBeWrittenLeavesNothing() throws IOException {
    Path missing = folder.resolve("no/such/folder/m.json");
    Path taken = Files.createDirectory(folder.resolve("taken"));

    for (Path path : List.of(missing, taken)) {
      assertThatThrownBy(() -> ModelFile.write(Models.small(), path))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith(path + " ")
          .message()
          .hasLineCount(1);
    }
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder, taken);
    }
  }

  @Property(tries = 500)
  void aFileThatWasCutIsRefused(@ForAll @IntRange(max = 1 << 20) int at) {
    // Without its last line end a file is whole.
    byte[] cut = Arrays.copyOf(SMALL, at % (SMALL.length - 1));

    isRefused(cut);
  }

  @Property(tries = 2000)
  void aFileWithOneOtherByteIsRefused(
      @ForAll @IntRange(max = 1 << 20) int at, @ForAll @IntRange(min = 1, max = 255) int mask) {
    byte[] edited = SMALL.clone();
    edited[at % (SMALL.length - 1)] ^= (byte) mask;

    isRefused(edited);
  }

  @Property(tries = 500)
  void bytesThatAreNoModelAreRefused(@ForAll byte[] bytes) {
    isRefused(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "[]",
        "null",
        "7",
        "{\"format\":\"weir-model\"}",
        "{\"format\":\"weir-model\",\"version\":2,\"id\":\"x\",\"content\":",
        "{\"format\":\"weir-model\",\"version\":2,\"id\":\"x\",\"content\":[]}",
        "{\"format\":\"weir-model\",\"version\":2,\"id\":7,\"content\":{}}",
        "{\"format\":\"other\",\"version\":2,\"id\":\"x\",\"content\":{}}",
        "{\"version\":2,\"format\":\"weir-model\",\"id\":\"x\",\"content\":{}}",
        "{\"format\":\"weir-model\",\"version\":99999999999999999999,\"id\":\"x\",\"content\":{}}",
        "{\"format\":\"weir-model\",\"version\":1e99,\"id\":\"x\",\"content\":{}}"
      })
  void whatIsNoModelFileIsToldAsSuch(String text) {
    assertThat(isRefused(text.getBytes(StandardCharsets.UTF_8)))
        .contains("is not a Weir model file")
        .doesNotContain("token", "byte", "START_OBJECT")
        .contains("weir train");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    String deep = "[".repeat(500_000);

    isRefused(deep.getBytes(StandardCharsets.UTF_8));
    isRefused(withContent("{\"schema\":" + deep + "}"));
  }

  @Test
  void aFileInAnotherEncodingIsRefused() {
    String text = new String(SMALL, StandardCharsets.UTF_8);

    isRefused(text.getBytes(StandardCharsets.UTF_16));
    isRefused(text.getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void anotherVersionIsNamed() {
    String newer = text().replaceFirst("\"version\":2", "\"version\":3");

    assertThat(isRefused(newer.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "file: is a model file of version 3 and this release reads version 2;"
                + " use the release that wrote it or train again");
  }

  @Test
  void aFileOfVersionOneIsRefusedWithTheRemedy() {
    assertThat(isRefused(resource("model-v1.json")))
        .isEqualTo(
            "file: is a model file of version 1 and this release reads version 2;"
                + " use the release that wrote it or train again");
  }

  @Test
  void anotherSchemaIsNamed() {
    assertThat(isRefused(edited("\"schema\":1", "\"schema\":2")))
        .isEqualTo(
            "file: cannot be used: its features are of schema 2; this release measures schema 1;"
                + " train again");
  }

  @Test
  void whatFollowsTheModelIsRefused() {
    isRefused((text() + "{}").getBytes(StandardCharsets.UTF_8));
    isRefused(withContent(content() + ",{}"));
  }

  /** Edited with care: the checksum is right and the values are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"window_ms\":60000 ~ \"window_ms\":0",
        "\"slide_ms\":20000 ~ \"slide_ms\":-1",
        "\"slide_ms\":20000 ~ \"slide_ms\":1e3",
        "\"slide_ms\":20000 ~ \"slide_ms\":99999999999999999999",
        "\"bytes_in\",\"distinct_dst_ports\" ~ \"distinct_dst_ports\",\"bytes_in\"",
        "\"bytes_in\",\"distinct_dst_ports\" ~ \"bytes_in\",\"bytes_in\"",
        "\"bytes_in\",\"distinct_dst_ports\" ~ \"bytes_in\"",
        "\"bytes_in\",\"distinct_dst_ports\" ~ \"bytes_in\",\"no_such\"",
        "\"log_scale\":true ~ \"log_scale\":1",
        "\"critical_ports\":[ ~ \"critical_ports\":[65536,",
        "\"critical_ports\":[ ~ \"critical_ports\":[4294967318,",
        "\"short_flow_ms\":1000 ~ \"short_flow_ms\":-1",
        "\"all\": ~ \"other\":",
        "\"label_threshold\":0.4 ~ \"label_threshold\":null",
        "\"label_threshold\":0.4 ~ \"label_threshold\":1e999",
        "\"label_threshold\":0.4 ~ \"label_threshold\":\"NaN\"",
        "\"alert_threshold\":0.6 ~ \"alert_threshold\":null",
        "\"score_quantiles\":[ ~ \"score_quantiles\":[0.0,",
        "\"score_quantiles\":[0.0078125 ~ \"score_quantiles\":[0.9",
        "\"score_quantiles\":[0.0078125 ~ \"score_quantiles\":[null",
        "\"feature\":\"bytes_out\" ~ \"feature\":\"bytes_in\"",
        "\"missing\":1.0 ~ \"missing\":1.5",
        "\"missing\":1.0 ~ \"missing\":null",
        "\"counts\":[ ~ \"counts\":[1,",
        "\"high\":100000.0 ~ \"high\":-1",
        "\"subsample\":16 ~ \"subsample\":1",
        "\"subsample\":16 ~ \"subsample\":4294967312",
        "\"trees\":[ ~ \"trees\":[{},",
        "\"right\":[ ~ \"right\":[0,",
        "\"threshold\":[ ~ \"threshold\":[null,",
        "\"port_flows\":{ ~ \"port_flows\":{\"22\":1,",
        "\"port_flows\":{ ~ \"port_flows\":{\"x\":1,",
        "\"port_flows\":{ ~ \"port_flows\":{\"65536\":1,",
        "\"country_flows\":{ ~ \"country_flows\":{\"AE\":1,",
        "\"country_flows\":{ ~ \"country_flows\":{\"AE\":-1,",
        "\"peaks\":{ ~ \"peaks\":{\"10.0.0.1|443\":[1,1,1],",
        "\"peaks\":{ ~ \"peaks\":{\"a|1\":[1,1],",
        "\"peaks\":{ ~ \"peaks\":{\"a|1\":[1,1,-1],",
        "\"peaks\":{ ~ \"peaks\":{\"a|1\":1,",
        "\"known\":[ ~ \"known\":[2147483647,",
        "\"known\":[ ~ \"known\":[4294967296,",
        "\"known\":[ ~ \"known\":[null,",
        "\"entries\":12 ~ \"entries\":12,\"entries\":12",
        "\"entries\":12 ~ \"entries\":null"
      })
  void aWellHashedModelOfImpossibleValuesIsRefused(String sound, String edited) {
    assertThat(isRefused(edited(sound, edited))).startsWith("file: cannot be used: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"label_threshold\":0.4 | \"label_threshold\":0.7"
            + " | its label threshold 0.7 is above its alert threshold 0.6,"
            + " so that windows would alert that are labelled normal",
        "\"label_threshold\":0.4 | \"label_threshold\":-0.1"
            + " | its label threshold -0.1 is not between 0 and 1, as scores are",
        "\"alert_threshold\":0.6 | \"alert_threshold\":1.5"
            + " | its alert threshold 1.5 is not between 0 and 1, as scores are",
        "\"subsample\":16 | \"subsample\":2147483647"
            + " | trees grown from 2147483647 windows each, not from 2 to 65536"
      })
  void aModelOfSenselessThresholdsOrSubsamplesIsToldWhy(
      String sound, String edited, String reason) {
    assertThat(isRefused(edited(sound, edited)))
        .isEqualTo("file: cannot be used: " + reason + "; train again");
  }

  @Test
  void filesThatAreNotThereOrNoFilesAreNamed() {
    assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.json")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("none.json: no such model file")
        .hasMessageContaining("weir train");
    assertThatThrownBy(() -> ModelFile.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is a folder")
        .hasMessageContaining("--model");
  }

  private static String isRefused(byte[] file) {
    Throwable thrown = catchThrowable(() -> ModelFile.parse(file, "file"));
    assertThat(thrown).isInstanceOf(UserException.class);
    assertThat(thrown.getMessage())
        .startsWith("file: ")
        .hasLineCount(1)
        .hasSizeLessThan(600)
        .doesNotContain("null;");
    return thrown.getMessage();
  }

  private static String text() {
    return new String(SMALL, StandardCharsets.UTF_8);
  }

  private static String content() {
    String text = text();
    return text.substring(text.indexOf("\"content\":") + 10, text.lastIndexOf('}'));
  }

  private static byte[] edited(String sound, String edited) {
    assertThat(content()).contains(sound);
    int at = content().indexOf(sound);
    return withContent(
        content().substring(0, at) + edited + content().substring(at + sound.length()));
  }

  private static byte[] withContent(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return String.format(
              "{\"format\":\"weir-model\",\"version\":2,\"id\":\"%s\",\"content\":%s}%n",
              HexFormat.of().formatHex(hash), content)
          .getBytes(StandardCharsets.UTF_8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] golden() {
    return resource("model-v2.json");
  }

  private static byte[] resource(String name) {
    try (InputStream in = ModelFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
