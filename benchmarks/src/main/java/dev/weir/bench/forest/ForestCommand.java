package dev.weir.bench.forest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.JsonFiles;
import dev.weir.bench.Lines;
import dev.weir.flow.UsageException;
import dev.weir.output.NewFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code bench forest} command. */
@Command(
    name = "forest",
    description =
        "Measure how fast the forest scores beside Smile, ONNX Runtime, AWS's random cut forest and"
            + " scikit-learn, where python3 has it.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true)
public final class ForestCommand implements Callable<Integer> {

  private static final List<Integer> WIDTHS = List.of(8, 16, 32);

  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "File for the results: one object keyed by the number of columns.")
  private Path json;

  @Option(
      names = "--trees",
      paramLabel = "N",
      defaultValue = "100",
      description = "Trees of the forest (default: ${DEFAULT-VALUE}).")
  private int trees;

  @Option(
      names = "--subsample",
      paramLabel = "N",
      defaultValue = "256",
      description = "Rows that each tree is grown from (default: ${DEFAULT-VALUE}).")
  private int subsample;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "2048",
      description = "Rows to score, again and again (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--turn",
      paramLabel = "DURATION",
      defaultValue = "100ms",
      description = "CPU time of each in every round (default: ${DEFAULT-VALUE}).")
  private Duration turn;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of rows and trees (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws Exception {
    require("--trees", trees, 1, 10_000);
    require("--subsample", subsample, 2, 65_536);
    require("--rows", rows, 1, 1_000_000);
    try (NewFile file = NewFile.at(json)) {
      Lines progress = new Lines(spec.commandLine().getErr());
      Optional<ScikitLearn> scikitLearn = ScikitLearn.find();
      progress.accept(
          scikitLearn
              .map(found -> "scikit-learn " + found.version() + " found")
              .orElse("no python3 on the PATH has scikit-learn: sklearn_* stay null"));
      Map<Integer, Measured> results = new LinkedHashMap<>();
      ObjectNode figures = JsonNodeFactory.instance.objectNode();
      for (int width : WIDTHS) {
        progress.accept("measuring rows of " + width + " values");
        Grown grown = Grown.of(width, trees, subsample, rows, seed);
        Measured measured = Measured.at(grown, scikitLearn, turn);
        results.put(width, measured);
        figures.set(String.valueOf(width), measured.toJson(grown));
      }
      JsonFiles.write(file, figures);
      print(results);
    }
    return 0;
  }

  private static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UsageException(option + " must be from " + least + " to " + most);
    }
  }

  private void print(Map<Integer, Measured> results) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-28s", "columns");
    results.keySet().forEach(width -> out.printf("%14d", width));
    out.println();
    for (String key : results.values().iterator().next().values().keySet()) {
      out.printf("%-28s", key);
      results.values().forEach(measured -> out.printf("%14s", text(measured.values().get(key))));
      out.println();
    }
    out.flush();
  }

  private static String text(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return value >= 1000
        ? String.format("%,.0f", value)
        : value != 0 && value < 1e-3 ? String.format("%.1e", value) : String.format("%.2f", value);
  }
}
