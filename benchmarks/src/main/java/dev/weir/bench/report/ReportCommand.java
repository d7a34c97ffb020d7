package dev.weir.bench.report;

import dev.weir.bench.Lines;
import dev.weir.cli.Home;
import dev.weir.flow.UserException;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes tables of results. */
@Command(
    name = "report",
    description = "Print the tables of docs/performance.md, or write them into it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      description = "What the benchmarks wrote. Default: benchmarks/results")
  private Path results;

  @Option(names = "--write", description = "Write the tables into the page.")
  private boolean write;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "The page, with markers of the blocks. Default: docs/performance.md")
  private Path page;

  /** For picocli. */
  public ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    Results measured =
        Results.in(results == null ? Home.directory().resolve("benchmarks/results") : results);
    if (!write) {
      Lines out = new Lines(spec.commandLine().getOut());
      Block.tables(measured).forEach((block, table) -> out.accept(block + "\n\n" + table + "\n"));
      return 0;
    }
    Path place = page == null ? Home.directory().resolve("docs/performance.md") : page;
    String filled = Block.fill(read(place), measured);
    try (NewFile file = NewFile.at(place)) {
      try (OutputStream out = file.open()) {
        out.write(filled.getBytes(StandardCharsets.UTF_8));
      }
      file.finish();
    }
    return 0;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UserException(page + " cannot be read; name a page by --page", e);
    }
  }
}
