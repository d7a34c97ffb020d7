package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final int FLOWS = 3_000;

  @TempDir private Path folder;

  private Path log;
  private Path page;
  private Path summary;

  @BeforeEach
  void writeHistory() throws IOException {
    log = folder.resolve("history.json");
    page = folder.resolve("report.html");
    summary = folder.resolve("summary.json");
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < FLOWS; i++) {
      lines.add(line(i, random));
    }
    lines.add("{\"src_ip\":\"nobody\"}");
    lines.add("");
    Files.write(log, lines);
  }

  private static String line(int i, Random random) {
    Instant start = Instant.parse("2026-03-03T10:00:00Z").plusSeconds(i);
    return String.format(
        "{\"src_ip\":\"198.51.100.%d\",\"src_ip_country_code\":\"%s\",\"dst_ip\":\"10.0.0.%d\","
            + "\"dst_port\":%d,\"bytes_in\":%d,\"bytes_out\":%d,\"creation_time\":\"%s\","
            + "\"end_time\":\"%s\"}",
        i % 20,
        i % 20 < 15 ? "DE" : "CI",
        random.nextInt(5),
        i % 20 == 7 ? 22 : 443,
        i % 1000 == 0 ? 900_000_000 : 100 + random.nextInt(1000),
        random.nextInt(5_000),
        start,
        start.plusMillis(500));
  }

  private Trained train(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--input",
                log.toString(),
                "--format",
                "json",
                "--output",
                folder.resolve("m.json").toString(),
                "--trees",
                "16"));
    arguments.addAll(List.of(more));
    return Trained.with(arguments.toArray(String[]::new));
  }

  private JsonNode summary() throws IOException {
    assertThat(train("--summary-json", summary.toString()))
        .extracting(Trained::exitCode, Trained::err)
        .containsExactly(0, "");
    return new ObjectMapper().readTree(summary.toFile());
  }

  private static long sum(JsonNode rows, String key) {
    return StreamSupport.stream(rows.spliterator(), false)
        .mapToLong(row -> row.get(key).asLong())
        .sum();
  }

  @Test
  void everyEntryOfTheInputIsInTheTotals() throws IOException {
    JsonNode input = summary().get("input");

    assertThat(input.get("entries").asLong()).isEqualTo(FLOWS + 2);
    assertThat(input.get("flows").asLong()).isEqualTo(FLOWS);
    assertThat(
            input.at("/dead_letters_by_reason/bad-address").asLong()
                + input.at("/dead_letters_by_reason/missing-field").asLong())
        .isEqualTo(input.get("dead_letters").asLong())
        .isEqualTo(1);
    assertThat(input.at("/ignored_by_reason/empty-line").asLong()).isEqualTo(1);
    assertThat(input.get("windowed").asLong()).isEqualTo(FLOWS);
  }

  @Test
  void everyTableAddsUpToTheFlowsOfTheInput() throws IOException {
    JsonNode all = summary();

    assertThat(sum(all.get("moments"), "flows")).isEqualTo(FLOWS);
    assertThat(sum(all.get("countries"), "flows")).isEqualTo(FLOWS);
    assertThat(sum(all.get("ports"), "flows")).isEqualTo(FLOWS);
    assertThat(sum(all.get("interactions"), "flows")).isEqualTo(FLOWS);
    assertThat(sum(all.get("moments"), "windows"))
        .isEqualTo(all.at("/input/windows").asLong())
        .isEqualTo(
            StreamSupport.stream(all.at("/scores/counts").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum());
  }

  @Test
  void countriesHaveTheNamesOfTheMapBesideTheirOwn() throws IOException {
    JsonNode countries = summary().get("countries");

    assertThat(countries.get(1).get("code").asText()).isEqualTo("CI");
    assertThat(countries.get(1).get("map_name").asText()).isEqualTo("Côte d'Ivoire");
    assertThat(countries.get(1).get("sources").asLong()).isEqualTo(5);
  }

  @Test
  void criticalPortsAreMarkedAndTheirFlowsCounted() throws IOException {
    JsonNode port = summary().get("ports").get(1);

    assertThat(port.get("port").asInt()).isEqualTo(22);
    assertThat(port.get("critical").asBoolean()).isTrue();
    assertThat(port.get("flows").asLong()).isEqualTo(FLOWS / 20);
  }

  @Test
  void statisticsAreThoseOfTheWindows() throws IOException {
    JsonNode bytesIn = summary().get("features").get(1);

    assertThat(bytesIn.get("feature").asText()).isEqualTo("bytes_in");
    assertThat(bytesIn.get("max").asDouble()).isGreaterThanOrEqualTo(900_000_000);
    assertThat(bytesIn.get("missing").asLong()).isZero();
    assertThat(bytesIn.get("min").asDouble()).isLessThan(bytesIn.get("median").asDouble());
    assertThat(summary().at("/features/3/max").isNull()).as("no record counts packets").isTrue();
  }

  @Test
  void theStrangestSourceIsTheOneThatSentMost() throws IOException {
    JsonNode all = summary();

    assertThat(all.at("/sources/0/address").asText()).isEqualTo("198.51.100.0");
    assertThat(all.at("/sources/0/reasons/0/text").asText()).contains("MB sent");
    assertThat(all.at("/senders/0/address").asText()).isEqualTo("198.51.100.0");
    assertThat(all.get("headline").asText()).contains("198.51.100.0");
  }

  @Test
  void thePageHoldsAllThatItShowsAndMayFetchNothing() throws IOException {
    assertThat(train("--report", page.toString()).exitCode()).isZero();

    String html = Files.readString(page);
    assertThat(html)
        .contains("default-src 'none'", "registerMap", "198.51.100.0")
        .doesNotContain("{{", "<script src", "<link");
  }

  @Test
  void theSameHistoryGivesTheSamePage() throws IOException {
    assertThat(train("--report", page.toString()).exitCode()).isZero();
    byte[] first = Files.readAllBytes(page);
    assertThat(train("--report", page.toString()).exitCode()).isZero();

    assertThat(Files.readAllBytes(page)).isEqualTo(first);
  }

  @Test
  void aReportChangesNoModel() throws IOException {
    assertThat(train().exitCode()).isZero();
    byte[] without = Files.readAllBytes(folder.resolve("m.json"));
    assertThat(train("--report", page.toString()).exitCode()).isZero();

    assertThat(Files.readAllBytes(folder.resolve("m.json"))).isEqualTo(without);
  }

  @Test
  void aHistoryThatTeachesNothingLeavesNoReport() throws IOException {
    Files.writeString(log, "no json\n");

    assertThat(train("--report", page.toString(), "--summary-json", summary.toString()).exitCode())
        .isEqualTo(1);

    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(log);
    }
  }

  @Test
  void twoResultsInOneFileAreRefused() {
    Trained refused = train("--report", page.toString(), "--summary-json", page.toString());

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("is read or written already");
  }

  @Test
  void aCommandIsQuotedForAShell() {
    assertThat(ReportOptions.quoted("--input=a/b.json")).isEqualTo("--input=a/b.json");
    assertThat(ReportOptions.quoted("my file")).isEqualTo("'my file'");
    assertThat(ReportOptions.quoted("it's $1")).isEqualTo("'it'\\''s $1'");
    assertThat(ReportOptions.quoted("")).isEqualTo("''");
  }
}
