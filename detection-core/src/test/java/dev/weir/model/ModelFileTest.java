package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aFileOfVersionThreeIsStillReadAndScoresTheSame() {
    Model model = ModelFile.parse(resource("model-v3.json"), "golden");
    Model before = ModelFile.parse(golden(), "golden");
    FeatureVector window = Models.vector(Feature.BYTES_IN, 1000);

    assertThat(model.score(window).score()).isEqualTo(before.score(window).score());
    assertThat(model.segments().list())
        .extracting(Segment::name)
        .containsExactly(Segment.ALL, "inside-client", "outside-client");
    assertThat(model.statistics().alerts()).isEqualTo(new AlertRate(2, 2.5, 1.25, 4));
    assertThat(model.statistics().hours().size()).isEqualTo(24);
  }

  @Test
  void whatIsWrittenTodayIsTheSameFile() {
    assertThat(ModelFile.toBytes(Models.segmented())).isEqualTo(resource("model-v3.json"));
  }

  @Test
  void aModelOfSegmentsComesBackWholeAndSharesItsForest() {
    byte[] file = ModelFile.toBytes(Models.segmented());
    Model read = ModelFile.parse(file, "segmented");

    assertThat(ModelFile.toBytes(read)).isEqualTo(file);
    assertThat(read.segments().list().get(1).forest()).isSameAs(read.segment().forest());
    assertThat(read.segments().list().get(2).forest()).isNotSameAs(read.segment().forest());
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
