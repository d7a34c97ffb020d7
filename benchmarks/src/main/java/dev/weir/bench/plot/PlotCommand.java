package dev.weir.bench.plot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.bench.JsonFiles;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.output.NewFile;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws a figure of every configuration as bars. */
@Command(
    name = "plot",
    description = "Draw one figure of all configurations as bars.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class PlotCommand implements Callable<Integer> {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "What 'bench pipeline' or 'bench growth' wrote.")
  private Path json;

  @Option(
      names = "--figure",
      paramLabel = "KEY",
      defaultValue = "records_per_second",
      description = "Which of its figures. Default: ${DEFAULT-VALUE}")
  private String figure;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description =
          "Which part, where the file has parts, such as slots of what 'bench growth' wrote.")
  private String part;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the picture goes, a PNG.")
  private Path out;

  /** For picocli. */
  public PlotCommand() {}

  @Override
  public Integer call() throws IOException {
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    JsonNode all = JsonFiles.read(json, "name what a bench wrote to its --json");
    JsonNode rows = part == null ? all : all.path(part);
    for (Map.Entry<String, JsonNode> row : rows.properties()) {
      JsonNode value = row.getValue().path(figure);
      if (value.isNumber()) {
        names.add(row.getKey());
        values.add(value.asDouble());
      }
    }
    if (names.isEmpty()) {
      requireNoParts(rows);
      throw new UserException(
          json
              + " has no figure "
              + figure
              + (part == null ? "" : " in " + part)
              + ", or none that was measured");
    }
    try (NewFile file = NewFile.at(out)) {
      try (OutputStream picture = file.open()) {
        BitmapEncoder.saveBitmap(chart(names, values), picture, BitmapEncoder.BitmapFormat.PNG);
      }
      file.finish();
    }
    return 0;
  }

  /** What has parts holds the figures one level further down. */
  private void requireNoParts(JsonNode rows) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : rows.properties()) {
      for (JsonNode inner : each.getValue()) {
        if (inner.has(figure)) {
          parts.add(each.getKey());
          break;
        }
      }
    }
    if (!parts.isEmpty()) {
      throw new UsageException(
          json + " has parts; name one by --part: " + String.join(", ", parts));
    }
  }

  private CategoryChart chart(List<String> names, List<Double> values) {
    String title = (part == null ? "" : part + ": ") + figure.replace('_', ' ');
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setXAxisLabelRotation(20);
    chart.getStyler().setYAxisDecimalPattern("#,##0.##");
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setChartTitleBoxVisible(false);
    chart.getStyler().setSeriesColors(new Color[] {new Color(0x2F6F9F)});
    chart.addSeries(title, names, values);
    return chart;
  }
}
