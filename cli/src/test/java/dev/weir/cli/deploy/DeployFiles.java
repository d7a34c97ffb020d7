package dev.weir.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of docker/, as trees. */
final class DeployFiles {

  /** Tests run in their module's folder. */
  static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  private static final Path FOLDER = REPOSITORY.resolve("docker");
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeployFiles() {}

  static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  static JsonNode json(String file) throws IOException {
    return JSON.readTree(text(file));
  }

  static JsonNode yaml(String file) throws IOException {
    return documents(text(file)).get(0);
  }

  /** Each document of a YAML text. */
  static List<JsonNode> documents(String yaml) {
    List<JsonNode> documents = new ArrayList<>();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      documents.add(JSON.valueToTree(document));
    }
    return documents;
  }

  /** The values of a list of strings. */
  static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(value -> strings.add(value.asText()));
    return strings;
  }
}
