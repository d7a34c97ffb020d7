package dev.weir.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.JsonFiles;
import dev.weir.bench.Machine;
import dev.weir.flow.UsageException;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the parts' benchmarks. */
@Command(
    name = "micro",
    description = "Measure parts: decoders, accumulators, serializers, the forest. Needs no Kafka.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class MicroCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Which: what a part of their names matches. Default: all")
  private String which;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Where JMH's results go as JSON, each with the machine that it was measured on.")
  private Path json;

  @Option(
      names = "--quick",
      description =
          "One fork with a second of warm-up and one of measuring for each, to see that all of them"
              + " run. Default: as each benchmark says itself")
  private boolean quick;

  /** For picocli. */
  public MicroCommand() {}

  @Override
  public Integer call() throws Exception {
    try {
      return run();
    } catch (NoBenchmarksException e) {
      throw new UsageException("no benchmark's name has a part that matches " + which);
    } catch (PatternSyntaxException e) {
      throw new UsageException("'" + which + "' is no regular expression: " + e.getDescription());
    }
  }

  private int run() throws IOException, RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder().include(which);
    if (quick) {
      options
          .forks(1)
          .warmupIterations(1)
          .warmupTime(TimeValue.seconds(1))
          .measurementIterations(1)
          .measurementTime(TimeValue.seconds(1));
    }
    if (json == null) {
      new Runner(options.build()).run();
      return 0;
    }
    try (NewFile file = NewFile.at(json)) {
      options.resultFormat(ResultFormatType.JSON).result(file.partial().toString());
      new Runner(options.build()).run();
      JsonNode results = JsonFiles.read(file.partial(), "measure again");
      for (JsonNode result : results) {
        // Paths of this machine, which say nothing of speed.
        ((ObjectNode) result).remove(List.of("jvm", "jvmArgs"));
        Machine.here().describe((ObjectNode) result);
      }
      JsonFiles.write(file, results);
    }
    return 0;
  }
}
