package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are refused as models, and what people are told. */
class ModelFileRefusalTest {

  private static final byte[] SMALL = ModelFile.toBytes(Models.small());

  @TempDir private Path folder;

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
        "{\"format\":\"weir-model\",\"version\":3,\"id\":\"x\",\"content\":",
        "{\"format\":\"weir-model\",\"version\":3,\"id\":\"x\",\"content\":[]}",
        "{\"format\":\"weir-model\",\"version\":3,\"id\":7,\"content\":{}}",
        "{\"format\":\"other\",\"version\":3,\"id\":\"x\",\"content\":{}}",
        "{\"version\":3,\"format\":\"weir-model\",\"id\":\"x\",\"content\":{}}",
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
    String newer = text().replaceFirst("\"version\":3", "\"version\":4");

    assertThat(isRefused(newer.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "file: is a model file of version 4 and this release reads versions 2 and 3;"
                + " use the release that wrote it or train again");
  }

  @Test
  void aFileOfVersionOneIsRefusedWithTheRemedy() {
    assertThat(isRefused(resource("model-v1.json")))
        .isEqualTo(
            "file: is a model file of version 1 and this release reads versions 2 and 3;"
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
              "{\"format\":\"weir-model\",\"version\":3,\"id\":\"%s\",\"content\":%s}%n",
              HexFormat.of().formatHex(hash), content)
          .getBytes(StandardCharsets.UTF_8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = ModelFileRefusalTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
