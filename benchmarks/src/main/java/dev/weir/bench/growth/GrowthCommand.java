package dev.weir.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.pipeline.Broker;
import dev.weir.bench.pipeline.Workload;
import dev.weir.flow.UsageException;
import dev.weir.output.NewFile;
import java.io.OutputStream;
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
      converter = Part.Converter.class,
      description =
          "Of sources, closing, slots, hot and slide, with commas between them. Default: all")
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
      description = "Active sources. Default: ${DEFAULT-VALUE}")
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
    try (NewFile file = NewFile.at(json);
        Broker broker = Broker.start(PARTITIONS)) {
      Growth growth = new Growth(broker, Workload.of(records, seed));
      ObjectNode all = JSON.createObjectNode();
      for (Part part : parts.stream().distinct().toList()) {
        ObjectNode figures = measure(growth, part);
        all.set(part.toString(), figures);
        spec.commandLine().getErr().println(part + " " + figures);
        spec.commandLine().getErr().flush();
      }
      try (OutputStream out = file.open()) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, all);
      }
      file.finish();
      spec.commandLine().getOut().println(all.toPrettyString());
    }
    return 0;
  }

  private void check() {
    if (records < 2 || closing < 1) {
      throw new UsageException("--records must be at least 2, --closing at least 1");
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
