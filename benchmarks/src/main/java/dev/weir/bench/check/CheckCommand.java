package dev.weir.bench.check;

import dev.weir.bench.JsonFiles;
import dev.weir.bench.Lines;
import dev.weir.bench.pipeline.Configuration;
import dev.weir.bench.pipeline.Plan;
import dev.weir.bench.pipeline.Session;
import dev.weir.bench.pipeline.Workload;
import dev.weir.cli.Home;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a quick run's ratios with the committed ones. */
@Command(
    name = "check",
    description =
        "Compare a quick run's ratios with the committed ones; fails where one has fallen by 30 %%.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class CheckCommand implements Callable<Integer> {

  private static final double MOST = 0.3;
  private static final int PARALLELISM = 2;
  private static final int PARTITIONS = 4;
  private static final List<Configuration> CONFIGURATIONS =
      List.of(
          Configuration.IDENTITY,
          Configuration.JSON_HEAP,
          Configuration.VPC_HEAP,
          Configuration.JSON_ROCKSDB);

  @Spec private CommandSpec spec;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "What to compare with. Default: benchmarks/baseline.json")
  private Path baseline;

  @Option(names = "--write", description = "Write what was measured there instead of comparing.")
  private boolean write;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Flows of every run. Default: ${DEFAULT-VALUE}")
  private long records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of each configuration, alternating. Default: ${DEFAULT-VALUE}")
  private int rounds;

  /** For picocli. */
  public CheckCommand() {}

  @Override
  public Integer call() throws Exception {
    Path file = baseline == null ? Home.directory().resolve("benchmarks/baseline.json") : baseline;
    if (records < 2 || rounds < 1) {
      throw new UsageException("--records must be at least 2, --rounds at least 1");
    }
    Ratios before = write ? null : Ratios.read(file);
    Ratios now = pipeline().and(forest());
    Lines out = new Lines(spec.commandLine().getOut());
    now.values().forEach((name, value) -> out.accept(String.format("%-36s %.3f", name, value)));
    if (write) {
      now.write(file);
      out.accept("written to " + file);
      return 0;
    }
    List<String> fallen = now.fallenSince(before, MOST);
    if (!fallen.isEmpty()) {
      throw new UserException(String.join("; ", fallen));
    }
    out.accept("none has fallen by 30 %");
    return 0;
  }

  private Ratios pipeline() throws Exception {
    Plan plan =
        new Plan(
            Workload.of(records, 1), CONFIGURATIONS, rounds, PARALLELISM, PARTITIONS, false, 0);
    Session session = new Session(plan, new Lines(spec.commandLine().getErr()));
    return Ratios.of(session.run().figures(), "", List.of("ratio_to_identity"))
        .without(Configuration.IDENTITY.toString());
  }

  /** By the command that measures it. */
  private Ratios forest() throws IOException {
    CommandLine forest = spec.commandLine().getParent().getSubcommands().get("forest");
    Path json = Files.createTempFile("weir-bench-", ".json");
    try {
      if (forest.execute("--json", json.toString()) != 0) {
        throw new UserException("the forest could not be measured; see above");
      }
      return Ratios.of(
          JsonFiles.read(json, "measure again"), "forest.", List.of("single_ratio", "batch_ratio"));
    } finally {
      Files.delete(json);
    }
  }
}
