package dev.weir.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines of flow logs and what AWS's rules call for, by vpc-conformance.jsonl: the outcome, every
 * field of the log, and of the flow those that the line is there for; null where it must be absent.
 */
class VpcConformanceTest {

  @TempDir private Path folder;

  record Log(String format, List<JsonNode> cases) {
    @Override
    public String toString() {
      return cases.size() + " of " + format;
    }
  }

  @ParameterizedTest
  @MethodSource
  void eachLineIsWhatItsCaseSays(Log log) throws IOException {
    List<String> lines = log.cases().stream().map(aCase -> aCase.path("line").asText()).toList();
    List<JsonNode> decoded = Decoded.vpc(folder, log.format(), lines);

    assertThat(decoded).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode expected = log.cases().get(i);
      JsonNode line = decoded.get(i);
      String about = expected.path("id").asText() + ": " + line;
      assertThat(line.path("line").asInt()).as(about).isEqualTo(i + 1);
      assertThat(line.path("outcome")).as(about).isEqualTo(expected.path("outcome"));
      assertThat(line.path("reason")).as(about).isEqualTo(expected.path("reason"));
      if (expected.has("fields")) {
        assertThat(Decoded.logFields(line)).as(about).isEqualTo(expected.path("fields"));
      }
      expected
          .path("flow")
          .properties()
          .forEach(
              value -> {
                JsonNode found = line.path("flow").path(value.getKey());
                assertThat(found.isMissingNode() ? null : found.asText())
                    .as("%s of %s", value.getKey(), about)
                    .isEqualTo(value.getValue().isNull() ? null : value.getValue().asText());
              });
    }
  }

  static Stream<Log> eachLineIsWhatItsCaseSays() throws IOException {
    Map<String, List<JsonNode>> byFormat = new LinkedHashMap<>();
    try (InputStream cases = Log.class.getResourceAsStream("/vpc-conformance.jsonl")) {
      String text = new String(cases.readAllBytes(), StandardCharsets.UTF_8);
      for (JsonNode aCase : Decoded.lines(text.lines())) {
        byFormat
            .computeIfAbsent(aCase.path("format").asText(), unused -> new ArrayList<>())
            .add(aCase);
      }
    }
    return byFormat.entrySet().stream().map(log -> new Log(log.getKey(), log.getValue()));
  }
}
