package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Weir;
import dev.weir.command.Commands;
import dev.weir.job.DetectionJob;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker-compose's own check does not know: whether Weir understands what it is told. */
class ComposeFileTest {

  private static final String FILE = "compose.yaml";

  @Test
  void everyCommandOfWeirsIsOneThatItUnderstands() throws IOException {
    Set<String> parsed = new TreeSet<>();
    for (Map.Entry<String, JsonNode> service : services()) {
      List<String> words = DeployFiles.strings(service.getValue().path("command"));
      String image = service.getValue().path("image").asText();
      if (image.startsWith("weir/cli:")) {
        Weir.commandLine().parseArgs(words.toArray(String[]::new));
        parsed.add(service.getKey());
      } else if (image.startsWith("weir/trainer:")) {
        Weir.commandLine()
            .parseArgs(Stream.concat(Stream.of("train"), words.stream()).toArray(String[]::new));
        parsed.add(service.getKey());
      } else if (image.startsWith("weir/job:") && words.get(0).equals("jobmanager")) {
        Commands.commandLine(new DetectionJob())
            .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        parsed.add(service.getKey());
      }
    }
    assertThat(parsed)
        .containsExactlyInAnyOrder(
            "history", "traffic", "trainer", "jobmanager", "replay", "watch");
  }

  @Test
  void whatRunsCanWriteNowhereButWhereItMust() throws IOException {
    for (Map.Entry<String, JsonNode> service : services()) {
      if (service.getValue().path("image").asText().startsWith("apache/kafka")) {
        continue;
      }
      assertThat(merged(service.getValue(), "read_only").asBoolean()).as(service.getKey()).isTrue();
      assertThat(merged(service.getValue(), "cap_drop").toString()).isEqualTo("[\"ALL\"]");
    }
  }

  @Test
  void everyPortIsThisMachinesOwn() throws IOException {
    for (Map.Entry<String, JsonNode> service : services()) {
      assertThat(DeployFiles.strings(service.getValue().path("ports")))
          .allMatch(port -> port.startsWith("127.0.0.1:"));
    }
  }

  @Test
  void everyImageHasAVersion() throws IOException {
    for (Map.Entry<String, JsonNode> service : services()) {
      assertThat(service.getValue().path("image").asText())
          .matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"job", "trainer", "cli", "kinesis"})
  void everyImageOfOursHasAVersionedBaseAndAnOrdinaryUser(String image) throws IOException {
    List<String> lines = DeployFiles.text(image + "/Dockerfile").lines().toList();

    assertThat(lines).anyMatch(line -> line.matches("FROM [a-z-]+:\\d+\\.\\d+\\.\\d+.*"));
    assertThat(lines).anyMatch(line -> line.matches("USER (flink|weir|node)"));
    assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK "));
  }

  /** A key of the service, or of what it is merged with, as YAML's merge keys have it. */
  private static JsonNode merged(JsonNode service, String key) {
    return service.has(key) ? service.get(key) : service.path("<<").path(key);
  }

  private static Set<Map.Entry<String, JsonNode>> services() throws IOException {
    return DeployFiles.yaml(FILE).get("services").properties();
  }
}
