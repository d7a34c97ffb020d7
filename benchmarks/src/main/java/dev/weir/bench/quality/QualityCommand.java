package dev.weir.bench.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.bench.JsonFiles;
import dev.weir.bench.Lines;
import dev.weir.flow.UsageException;
import dev.weir.output.NewFile;
import dev.weir.output.Outputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code bench quality} command. */
@Command(
    name = "quality",
    description =
        "Measure how well the trainer's trees rank the anomalies of labelled sets: forests of 100"
            + " trees of 256 rows, as scikit-learn's are by default, grown from all rows and scoring"
            + " all.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true)
public final class QualityCommand implements Callable<Integer> {

  private static final int MAX_SEEDS = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder of the sets: every if-*.csv.gz in it, numbers with the label behind them, 1 of an"
              + " anomaly and 0 of others. Other files are passed over.")
  private Path data;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "File for the results: a list with an object for each set.")
  private Path json;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Forests for each set, by the seeds from 0 on, 1 to 10000 (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Override
  public Integer call() throws Exception {
    if (seeds < 1 || seeds > MAX_SEEDS) {
      throw new UsageException("--seeds must be from 1 to " + MAX_SEEDS);
    }
    List<Path> files = LabelledSet.in(data);
    Outputs.requireApart(List.of(json), files);
    try (NewFile file = NewFile.at(json)) {
      Lines progress = new Lines(spec.commandLine().getErr());
      List<Quality> results = new ArrayList<>();
      for (Path each : files) {
        LabelledSet set = LabelledSet.read(each);
        progress.accept(
            String.format(
                Locale.ROOT,
                "%d of %d: %s, %,d rows, %d forests",
                results.size() + 1,
                files.size(),
                set.name(),
                set.rows().length,
                seeds));
        results.add(Quality.of(set, seeds));
      }
      ArrayNode figures = JsonNodeFactory.instance.arrayNode();
      results.forEach(result -> figures.add(result.toJson()));
      JsonFiles.write(file, figures);
      print(results);
    }
    return 0;
  }

  private void print(List<Quality> results) {
    PrintWriter out = spec.commandLine().getOut();
    String line = "%-24s %10s %9s  %-18s  %-18s%n";
    out.printf(line, "set", "rows", "features", "AUROC", "AUPRC");
    for (Quality each : results) {
      out.printf(
          line,
          each.set(),
          String.format(Locale.ROOT, "%,d", each.rows()),
          each.features(),
          text(each.auroc()),
          text(each.auprc()));
    }
    double mean = results.stream().mapToDouble(each -> each.auroc().mean()).average().orElseThrow();
    out.printf(Locale.ROOT, "%-24s %10s %9s  %.4f%n", "mean of the sets", "", "", mean);
    out.flush();
  }

  private static String text(Spread spread) {
    return String.format(Locale.ROOT, "%.4f +- %.4f", spread.mean(), spread.deviation());
  }
}
