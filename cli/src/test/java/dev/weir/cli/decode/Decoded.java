package dev.weir.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What weir decode prints, read. */
final class Decoded {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Decoded() {}

  /** Decodes lines of VPC flow logs as a file. */
  static List<JsonNode> vpc(Path folder, String format, List<String> lines) throws IOException {
    Path file = Files.createTempFile(folder, "flows", ".log");
    Files.write(file, lines);
    return of(
        "decode", "--format", "vpc-flow-log", "--vpc.format", format, "--input", file.toString());
  }

  /** The lines that a command prints. */
  static List<JsonNode> of(Object... arguments) throws IOException {
    Invocation decode = Invocation.of(arguments);
    assertThat(decode.err()).isEmpty();
    assertThat(decode.exit()).isZero();
    return lines(decode.out().lines());
  }

  /** JSON lines. */
  static List<JsonNode> lines(Stream<String> lines) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    for (String line : lines.toList()) {
      read.add(JSON.readTree(line));
    }
    return read;
  }

  /** A line without what Weir adds: the fields of the log. */
  static JsonNode logFields(JsonNode line) {
    ObjectNode fields = line.deepCopy();
    return fields.remove(List.of("line", "outcome", "set_aside", "flow"));
  }

  /** A line without the fields of the log. */
  static ObjectNode empty() {
    return JSON.createObjectNode();
  }
}
