package dev.weir.bench.pipeline;

import dev.weir.bench.JsonFiles;
import dev.weir.bench.Lines;
import dev.weir.flow.UsageException;
import dev.weir.output.NewFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the whole job between Kafka topics, beside what plain Flink does on this machine. */
@Command(
    name = "pipeline",
    description =
        "Measure the whole job between topics of a real broker, beside plain Flink on this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class PipelineCommand implements Callable<Integer> {

  /** Their shares are held in memory. */
  private static final int MOST_SOURCES = 20_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "Where the figures go: one object keyed by configuration.")
  private Path json;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Flows that every run reads. Default: ${DEFAULT-VALUE}")
  private long records;

  @Option(
      names = "--configurations",
      paramLabel = "NAMES",
      split = ",",
      hideParamSyntax = true,
      description = "Of ${COMPLETION-CANDIDATES}, with commas between them. Default: all")
  private List<Configuration> configurations = Arrays.asList(Configuration.values());

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs of each configuration, alternating. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--sources",
      paramLabel = "N",
      defaultValue = "" + Workload.SOURCES,
      description = "Sources, with shares by Zipf's law. Default: ${DEFAULT-VALUE}")
  private int sources;

  @Option(
      names = "--windows",
      paramLabel = "N",
      description =
          "Windows that the flows span, each of the format's default length."
              + " Default: one for 500,000 records, two at least")
  private Integer windows;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of every operator, and task slots. Default: ${DEFAULT-VALUE}")
  private int parallelism;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of every topic. Default: ${DEFAULT-VALUE}")
  private int partitions;

  @Option(
      names = "--latency-seconds",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "How long the job is watched at half of its speed, to see when alerts come; 0 for not at"
              + " all. Default: ${DEFAULT-VALUE}")
  private int latencySeconds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the flows. Default: ${DEFAULT-VALUE}")
  private long seed;

  /** For picocli. */
  public PipelineCommand() {}

  @Override
  public Integer call() throws Exception {
    if (windows == null) {
      windows = Workload.windowsOf(records);
    }
    check();
    try (NewFile file = NewFile.at(json)) {
      Plan plan =
          new Plan(
              new Workload(records, windows, sources, seed),
              configurations.stream().distinct().toList(),
              rounds,
              parallelism,
              partitions,
              true,
              latencySeconds);
      Report report = new Session(plan, new Lines(spec.commandLine().getErr())).run();
      JsonFiles.write(file, report.figures());
      new Lines(spec.commandLine().getOut()).accept(report.table());
    }
    return 0;
  }

  private void check() {
    requirePositive(rounds, "--rounds");
    requirePositive(sources, "--sources");
    requirePositive(windows, "--windows");
    requirePositive(parallelism, "--parallelism");
    requirePositive(partitions, "--partitions");
    if (latencySeconds < 0) {
      throw new UsageException("--latency-seconds must be 0 or more");
    }
    if (sources > MOST_SOURCES) {
      throw new UsageException("--sources must be at most " + MOST_SOURCES);
    }
    if (records < windows) {
      throw new UsageException(
          "--records " + records + " is fewer than the windows that they span, " + windows);
    }
  }

  private static void requirePositive(int value, String option) {
    if (value < 1) {
      throw new UsageException(option + " must be at least 1");
    }
  }
}
