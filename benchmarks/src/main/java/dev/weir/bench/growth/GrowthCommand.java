package dev.weir.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.JsonFiles;
import dev.weir.bench.Lines;
import dev.weir.bench.pipeline.Broker;
import dev.weir.bench.pipeline.Workload;
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

/** Measures the job where there is more of something than usual. */
@Command(
    name = "growth",
    description = "Measure the job where sources, windows, slots or one source's share grow.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class GrowthCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTITIONS = 4;

  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "Where the figures go: one object keyed by part.")
  private Path json;

  @Option(
      names = "--parts",
      paramLabel = "NAMES",
      split = ",",
      hideParamSyntax = true,
      description = "Of ${COMPLETION-CANDIDATES}, with commas between them. Default: all")
  private List<Part> parts = Arrays.asList(Part.values());

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Flows of a run, but one at least for every source that is to be active."
              + " Default: ${DEFAULT-VALUE}")
  private long records;

  @Option(
      names = "--active",
      paramLabel = "NUMBERS",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "10000,100000,1000000,5000000",
      description =
          "Active sources, at most 1,000,000 of them on the heap too. Default: ${DEFAULT-VALUE}")
  private List<Integer> active;

  @Option(
      names = "--closing",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Windows that close at once. Default: ${DEFAULT-VALUE}")
  private int closing;

  @Option(
      names = "--slots",
      paramLabel = "NUMBERS",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "1,2,4",
      description = "Task slots. Default: ${DEFAULT-VALUE}")
  private List<Integer> slots;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Runs of each case, alternating, after one that does not count."
              + " Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the flows. Default: ${DEFAULT-VALUE}")
  private long seed;

  /** For picocli. */
  public GrowthCommand() {}

  @Override
  public Integer call() throws Exception {
    check();
    Lines progress = new Lines(spec.commandLine().getErr());
    try (NewFile file = NewFile.at(json);
        Broker broker = Broker.start(PARTITIONS)) {
      Growth growth = new Growth(broker, Workload.of(records, seed), rounds, progress);
      ObjectNode all = JSON.createObjectNode();
      for (Part part : parts.stream().distinct().toList()) {
        progress.accept(part.toString());
        all.set(part.toString(), measure(growth, part));
      }
      JsonFiles.write(file, all);
      new Lines(spec.commandLine().getOut()).accept(all.toPrettyString());
    }
    return 0;
  }

  private void check() {
    if (records < 2 || closing < 1 || rounds < 1) {
      throw new UsageException("--records must be at least 2, --closing and --rounds at least 1");
    }
    for (int number : active) {
      requirePositive("--active", number);
    }
    for (int number : slots) {
      requirePositive("--slots", number);
    }
  }

  private static void requirePositive(String option, int number) {
    if (number < 1) {
      throw new UsageException(option + ": " + number + " is not at least 1");
    }
  }

  private ObjectNode measure(Growth growth, Part part) throws Exception {
    return switch (part) {
      case SOURCES -> growth.sources(active);
      case CLOSING -> growth.closing(closing);
      case SLOTS -> growth.slots(slots);
      case HOT -> growth.hot();
      case SLIDE -> growth.slide();
    };
  }
}
