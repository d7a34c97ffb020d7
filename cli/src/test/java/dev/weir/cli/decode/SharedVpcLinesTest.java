package dev.weir.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Public sample lines, skipped where the shared data is not at hand. What their fields are is said
 * by cutting them at blanks.
 */
class SharedVpcLinesTest {

  /** Tests run in their module's folder. */
  private static final Path LINES =
      Path.of("").toAbsolutePath().resolve("../../shared/data/vpc-flow-lines.jsonl").normalize();

  private static final String VERSION_2 =
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start"
          + " end action log-status";

  private static final String TRANSIT_GATEWAY =
      "version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id"
          + " tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id"
          + " tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id"
          + " tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start"
          + " end log-status type packets-lost-no-route packets-lost-blackhole"
          + " packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction"
          + " pkt-src-aws-service pkt-dst-aws-service";

  private static final String ECS =
      VERSION_2
          + " vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id"
          + " sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service"
          + " flow-direction traffic-path ecs-cluster-arn ecs-cluster-name"
          + " ecs-container-instance-arn ecs-container-instance-id ecs-container-id"
          + " ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn"
          + " ecs-task-id";

  /** Of lines whose source does not state it. */
  private static final Map<String, String> FORMATS =
      Map.of("s14", TRANSIT_GATEWAY, "s15", TRANSIT_GATEWAY, "s16", ECS, "s17", ECS);

  private static final Map<String, String> WITHOUT_FLOW =
      Map.of(
          "s02", "no-data",
          "s03", "skip-data",
          "s08", "no-data",
          "s09", "ignored",
          "s11", "skip-data",
          "s12", "no-data",
          "s14", "skip-data",
          "s17", "skip-data",
          "s18", "ignored",
          "s22", "dead-letter");

  private static final Set<String> NUMBERS =
      Set.of(
          "version",
          "srcport",
          "dstport",
          "protocol",
          "packets",
          "bytes",
          "start",
          "end",
          "tcp-flags",
          "traffic-path");

  @TempDir private Path folder;

  record Sample(String id, String format, String line) {
    static Sample of(JsonNode json) {
      String id = json.path("id").asText();
      String stated = json.path("format").asText(null);
      String format = stated == null ? FORMATS.getOrDefault(id, VERSION_2) : stated;
      return new Sample(id, format, json.path("line").asText());
    }

    /** The line's fields, read by the simplest means there are. */
    JsonNode fields() {
      ObjectNode fields = Decoded.empty();
      String[] names = format.split(" ");
      String[] values = line.trim().split("[ \t]+");
      for (int i = 0; i < names.length; i++) {
        if (NUMBERS.contains(names[i]) && !values[i].equals("-")) {
          fields.put(names[i], Integer.parseInt(values[i]));
        } else if (!values[i].equals("-")) {
          fields.put(names[i], values[i]);
        }
      }
      return fields;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  @ParameterizedTest
  @MethodSource
  void isWhatItsNoteAndAwsCallFor(Sample sample) throws IOException {
    assumeTrue(Files.exists(LINES), "skipped: shared/data/vpc-flow-lines.jsonl is missing");
    List<JsonNode> decoded = Decoded.vpc(folder, sample.format(), List.of(sample.line()));

    assertThat(decoded).hasSize(1);
    JsonNode line = decoded.get(0);
    assertThat(line.path("outcome").asText())
        .isEqualTo(WITHOUT_FLOW.getOrDefault(sample.id(), "flow"));
    if (line.has("flow")) {
      assertThat(Decoded.logFields(line)).isEqualTo(sample.fields());
      isOf(sample.fields(), line.path("flow"));
    }
  }

  /** Whichever way it is turned, the flow has the line's ends, counts and times. */
  private static void isOf(JsonNode fields, JsonNode flow) {
    assertThat(List.of(flow.path("src_ip").asText(), flow.path("dst_ip").asText()))
        .contains(fields.path("srcaddr").asText());
    assertThat(List.of(flow.path("src_port").asInt(), flow.path("dst_port").asInt()))
        .containsExactlyInAnyOrder(fields.path("srcport").asInt(), fields.path("dstport").asInt());
    assertThat(flow.path("protocol")).isEqualTo(fields.path("protocol"));
    assertThat(flow.path("packets")).isEqualTo(fields.path("packets"));
    assertThat(flow.path("bytes_in").asLong() + flow.path("bytes_out").asLong())
        .isEqualTo(fields.path("bytes").asLong());
    assertThat(flow.path("start").asText()).isEqualTo(time(fields.path("start")));
    assertThat(flow.path("end").asText()).isEqualTo(time(fields.path("end")));
    assertThat(flow.path("action")).isEqualTo(fields.path("action"));
  }

  private static String time(JsonNode epochSeconds) {
    return Instant.ofEpochSecond(epochSeconds.asLong()).toString();
  }

  static Stream<Sample> isWhatItsNoteAndAwsCallFor() throws IOException {
    if (!Files.exists(LINES)) {
      return Stream.of(new Sample("missing", VERSION_2, ""));
    }
    return Decoded.lines(Files.readAllLines(LINES).stream()).stream().map(Sample::of);
  }
}
