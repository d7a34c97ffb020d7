package dev.weir.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyGroupsTest {

  private static final String OTHER =
      "{\"PropertyGroupId\":\"kinesis.analytics.flink.run.options\",\"PropertyMap\":{\"a\":\"b\"}}";

  @TempDir private Path folder;

  @Test
  void withoutAFileTheCommandLineStaysAsItIs() {
    assertThat(PropertyGroups.before(folder.resolve("none"), "--format", "json"))
        .containsExactly("--format", "json");
  }

  @Test
  void optionsOfTheGroupComeBeforeTheCommandLineAndGiveWayToIt() throws IOException {
    Path file =
        written(
            "["
                + OTHER
                + ",{\"PropertyGroupId\":\"weir\",\"Further\":{\"x\":[1]},\"PropertyMap\":"
                + "{\"model\":\"classpath:model.json\",\"format\":\"json\",\"silence\":\"1m\"}}]");

    assertThat(PropertyGroups.before(file, "--format", "csv", "--silence=2m"))
        .containsExactly("--model=classpath:model.json", "--format", "csv", "--silence=2m");
  }

  @Test
  void otherGroupsAreNoneOfOurs() throws IOException {
    assertThat(PropertyGroups.before(written("[" + OTHER + "]"), "--format=json"))
        .containsExactly("--format=json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|it begins with no list",
        "[1]|a group is no object",
        "[{\"PropertyMap\":{}}]|a group has no PropertyGroupId",
        "[{\"PropertyGroupId\":\"weir\",\"PropertyMap\":7}]|a PropertyMap is no object",
        "[{\"PropertyGroupId\":\"weir\",\"PropertyMap\":{\"format\":7}}]|'format' is no text",
        "[{\"PropertyGroupId\":\"a\"},{\"PropertyGroupId\":\"a\"}]|'a' stands there twice",
      })
  void whatIsNoListOfGroupsIsRefusedInASentence(String text, String reason) throws IOException {
    Path file = written(text);

    assertThatThrownBy(() -> PropertyGroups.before(file))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(file + ": is no list of property groups (")
        .hasMessageContaining(reason);
  }

  @Test
  void brokenJsonIsRefused() throws IOException {
    Path file = written("[{\"PropertyGroupId\":");

    assertThatThrownBy(() -> PropertyGroups.before(file)).isInstanceOf(UserException.class);
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("application_properties.json"), text);
  }
}
