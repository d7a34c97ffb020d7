package dev.weir.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeCommandTest {

  private static final String JSON =
      "{\"src_ip\":\"10.1.0.5\",\"time\":\"2025-08-01T00:00:00Z\",\"dst_port\":443}";

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("log"), List.of(lines));
  }

  @Test
  void showsTheCanonicalFlowOfAnyFormat() throws IOException {
    List<JsonNode> lines = Decoded.of("decode", "--format", "json", "--input", file(JSON));

    assertThat(lines)
        .singleElement()
        .hasToString(
            "{\"line\":1,\"outcome\":\"flow\",\"flow\":{\"src_ip\":\"10.1.0.5\",\"dst_port\":443,"
                + "\"start\":\"2025-08-01T00:00:00Z\",\"end\":\"2025-08-01T00:00:00Z\","
                + "\"oriented\":true}}");
  }

  @Test
  void numbersTheLinesOfACsvFileFromItsHeader() throws IOException {
    Path csv = file("src_ip,time", "10.1.0.5,1754006400", "", "x,1754006400");

    assertThat(Decoded.of("decode", "--format", "csv", "--input", csv))
        .extracting(line -> line.path("line") + " " + line.path("outcome").asText())
        .containsExactly("1 ignored", "2 flow", "3 ignored", "4 dead-letter");
  }

  @Test
  void showsTheRepeatOfAnEventAsSetAside() throws IOException {
    String envelope =
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"id\":\"a\",\"message\":\""
            + JSON.replace("\"", "\\\"")
            + "\"}]}";

    assertThat(
            Decoded.of(
                "decode",
                "--format",
                "cloudwatch",
                "--cloudwatch.inner",
                "json",
                "--input",
                file(envelope, envelope)))
        .extracting(line -> line.path("outcome").asText() + line.path("set_aside").asText())
        .containsExactly("flow", "flowduplicate-event");
  }

  @Test
  void readsMessagesInBase64() throws IOException {
    String good = Base64.getEncoder().encodeToString(JSON.getBytes(StandardCharsets.UTF_8));
    Path packed = file(good, "", good + "\r", "=" + good);

    assertThat(Decoded.of("decode", "--format", "json", "--base64", "--input", packed))
        .extracting(line -> line.path("outcome").asText() + line.path("reason").asText())
        .containsExactly("flow", "ignoredempty-line", "flow", "dead-lettermalformed");
  }

  @Test
  void takesALineThatIsOnlyTooLongInBase64() throws IOException {
    String long64 = Base64.getEncoder().encodeToString(new byte[1 << 20]);

    assertThat(Decoded.of("decode", "--format", "json", "--base64", "--input", file(long64)))
        .extracting(line -> line.path("reason").asText())
        .containsExactly("malformed");
    assertThat(
            Decoded.of("decode", "--format", "json", "--base64", "--input", file(long64 + "AAAA")))
        .extracting(line -> line.path("reason").asText())
        .containsExactly("too-large");
  }

  @Test
  void writesAFileThatAppearsWhenItIsWhole() throws IOException {
    Path output = folder.resolve("decoded.jsonl");
    Path input = file(JSON, "no json");
    List<JsonNode> printed = Decoded.of("decode", "--format", "json", "--input", input);

    assertThat(Decoded.of("decode", "--format", "json", "--input", input, "--output", output))
        .isEmpty();
    assertThat(Decoded.lines(Files.readAllLines(output).stream())).isEqualTo(printed);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void readsStandardInput() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Decoded.of("decode", "--format", "json", "--input", "-")).hasSize(1);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void printsInAsciiWhateverTheLogHolds() throws IOException {
    Path log = file("10.1.0.5 1754006400 köln\uD83D\uDE00\u0001");
    Invocation decode =
        Invocation.of(
            "decode", "--format=vpc-flow-log", "--vpc.format=srcaddr start region", "--input", log);

    assertThat(decode.out()).contains("k\\u00F6ln\\uD83D\\uDE00\\u0001").isASCII();
  }

  @ParameterizedTest
  @CsvSource({
    "'${srcaddr} ${strat}', did you mean start?",
    "srcaddr start srcaddr, srcaddr occurs twice",
    "start end, without srcaddr or pkt-srcaddr",
  })
  void refusesFormatsBeforeAnythingIsRead(String format, String message) {
    Invocation decode =
        Invocation.of(
            "decode", "--format", "vpc-flow-log", "--vpc.format", format, "--input", "missing");

    assertThat(decode.exit()).isEqualTo(2);
    assertThat(decode.err().lines()).singleElement().asString().contains("--vpc.format", message);
  }

  @ParameterizedTest
  @CsvSource({"missing, does not exist", "'', is a folder"})
  void namesWhatCannotBeRead(String name, String message) {
    Invocation decode =
        Invocation.of("decode", "--format", "json", "--input", folder.resolve(name));

    assertThat(decode.exit()).isEqualTo(1);
    assertThat(decode.err().lines()).singleElement().asString().contains(message);
  }
}
