package dev.weir.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.weir.cli.Weir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportInChromiumTest {

  private static final String DRAWN =
      "() => [...document.querySelectorAll('[data-chart]')].map(plot => {"
          + " const svg = plot.querySelector('svg'); const canvas = plot.querySelector('canvas');"
          + " const blank = canvas && !new Uint32Array(canvas.getContext('2d').getImageData(0, 0,"
          + " canvas.width, canvas.height).data.buffer).some(pixel => pixel !== 0);"
          + " const drawn = svg ? svg.querySelectorAll('path').length > 1 : canvas && !blank;"
          + " return drawn ? 'drawn' : plot.dataset.chart + ' is empty'; })";

  private static final String SERIES =
      "([id, at]) => JSON.stringify(echarts.getInstanceByDom("
          + "document.querySelector(`[data-chart=\"${id}\"]`)).getOption().series[at].data"
          + ".map(point => point !== null && point.value !== undefined ? point.value : point))";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static Chromium chromium;
  private static Path report;
  private static JsonNode summary;
  private static long lines;

  @BeforeAll
  static void reportOnAnHourOfTraffic() throws IOException {
    Optional<Path> executable = Chromium.find();
    assumeTrue(executable.isPresent(), "no Chromium on the PATH: pages are not looked at");
    Path log = folder.resolve("traffic.json");
    run(
        "generate",
        "--hours",
        "1",
        "--start",
        "2026-03-03T10:00:00Z",
        "--format",
        "json",
        "--output",
        log.toString(),
        "--labels",
        folder.resolve("labels.jsonl").toString());
    try (var all = Files.lines(log)) {
      lines = all.count();
    }
    report = train(log, "traffic");
    summary = JSON.readTree(folder.resolve("traffic-summary.json").toFile());
    chromium = new Chromium(executable.orElseThrow());
  }

  private static Path train(Path log, String name, String... more) {
    Path page = folder.resolve(name + ".html");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--input",
                log.toString(),
                "--format",
                "json",
                "--trees",
                "20",
                "--output",
                folder.resolve(name + "-model.json").toString(),
                "--report",
                page.toString(),
                "--summary-json",
                folder.resolve(name + "-summary.json").toString()));
    arguments.addAll(List.of(more));
    run(arguments.toArray(String[]::new));
    return page;
  }

  private static void run(String... arguments) {
    assertThat(Weir.commandLine().execute(arguments)).isZero();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyChartIsDrawnAndNothingComplained(ColorScheme scheme) {
    Page page = chromium.open(report, 1280, scheme);

    assertThat(drawn(page)).hasSizeGreaterThan(25).containsOnly("drawn");
    assertThat(page.locator("html").getAttribute("data-theme"))
        .isEqualToIgnoringCase(scheme.name());
    assertThat(chromium.complaints()).isEmpty();
  }

  private static List<String> drawn(Page page) {
    return ((List<?>) page.evaluate(DRAWN)).stream().map(String::valueOf).toList();
  }

  @Test
  void theSwitchTurnsLightIntoDarkAndDrawsAgain() {
    Page page = chromium.open(report, 1280, ColorScheme.LIGHT);

    page.click("#theme");

    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    assertThat(drawn(page)).containsOnly("drawn");
  }

  @Test
  void aPhoneScrollsDownOnly() {
    Page page = chromium.open(report, 390, ColorScheme.LIGHT);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void totalsAreThoseOfTheInput() {
    JsonNode input = summary.get("input");

    assertThat(input.get("entries").asLong()).isEqualTo(lines);
    assertThat(input.get("windowed").asLong() + input.get("late").asLong())
        .isEqualTo(input.get("flows").asLong());
    assertThat(sum(summary.get("moments"), "flows")).isEqualTo(input.get("windowed").asLong());
    assertThat(sum(summary.get("ports"), "flows") + summary.at("/other_ports/flows").asLong())
        .isEqualTo(input.get("windowed").asLong());
  }

  private static long sum(JsonNode rows, String key) {
    return StreamSupport.stream(rows.spliterator(), false)
        .mapToLong(row -> row.get(key).asLong())
        .sum();
  }

  @Test
  void seriesAreThoseOfTheSummary() throws IOException {
    Page page = chromium.open(report, 1280, ColorScheme.LIGHT);

    assertThat(series(page, "traffic", 0)).isEqualTo(column("moments", "flows"));
    assertThat(series(page, "traffic", 1)).isEqualTo(column("moments", "anomalous"));
    assertThat(series(page, "score-time", 0)).isEqualTo(column("moments", "max_score"));
    assertThat(series(page, "port-time", 1)).isEqualTo(column("moments", "rdp_flows"));
    assertThat(series(page, "findings", 0)).isEqualTo(column("findings", "windows"));
    assertThat(series(page, "ports", 1)).isEqualTo(first(column("ports", "suspicious_flows"), 20));
    assertThat(series(page, "countries", 1))
        .isEqualTo(first(column("countries", "suspicious_flows"), 20));
    for (JsonNode histogram : summary.get("histograms")) {
      String chart = "histogram-" + histogram.get("feature").asText();
      if (page.locator("[data-chart='" + chart + "']").count() > 0) {
        assertThat(series(page, chart, 0)).isEqualTo(histogram.get("normal"));
        assertThat(series(page, chart, 1)).isEqualTo(histogram.get("anomalous"));
      }
    }
    assertThat(series(page, "scatter-bytes_in-bytes_out", 1))
        .hasSameSizeAs(summary.at("/points/anomalous"));
    assertThat(series(page, "correlation", 0)).hasSize(square("/correlation/features"));
  }

  private static int square(String list) {
    return summary.at(list).size() * summary.at(list).size();
  }

  private static JsonNode series(Page page, String chart, int at) throws IOException {
    return JSON.readTree((String) page.evaluate(SERIES, List.of(chart, at)));
  }

  private static JsonNode column(String rows, String key) {
    var column = JSON.createArrayNode();
    summary.get(rows).forEach(row -> column.add(row.get(key)));
    return column;
  }

  private static JsonNode first(JsonNode column, int most) {
    var part = JSON.createArrayNode();
    StreamSupport.stream(column.spliterator(), false).limit(most).forEach(part::add);
    return part;
  }

  @Test
  void hostileStringsStayText() throws IOException {
    String hostile = "</script><img src=x onerror=alert(1)><!--\u2028";
    Path log = folder.resolve("<b onmouseover=alert(2)>hostile & 'quoted'.json");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(
          String.format(
              "{\"src_ip\":%s,\"dst_ip\":\"192.0.2.1\",\"dst_port\":443,\"bytes_in\":%d,"
                  + "\"bytes_out\":10,\"time\":\"2026-03-03T10:%02d:%02dZ\"}",
              JSON.writeValueAsString(i % 50 == 0 ? hostile : "host-" + i % 20),
              i % 50 == 0 ? 100_000_000 : 100 + i,
              i / 10,
              i % 10));
    }
    Files.write(log, rows);
    Page page =
        chromium.open(train(log, "hostile", "--src-ip.opaque", "true"), 1280, ColorScheme.LIGHT);

    assertThat(page.locator("img").count()).isZero();
    assertThat(page.locator("main b").allTextContents()).anyMatch(text -> text.contains("onerror"));
    assertThat(page.locator(".sub").first().textContent())
        .contains("<b onmouseover=alert(2)>hostile");
    assertThat(drawn(page)).containsOnly("drawn");
    assertThat(chromium.complaints()).isEmpty();
  }
}
