package dev.weir.bench.micro;

import dev.weir.flow.UsageException;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.nio.file.Path;
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

  @Option(names = "--json", paramLabel = "FILE", description = "Where JMH's results go as JSON.")
  private Path json;

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "1",
      description = "JVMs for each. Default: ${DEFAULT-VALUE}")
  private int forks;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Seconds of warm-up and as many of measuring. Default: ${DEFAULT-VALUE}")
  private int iterations;

  /** For picocli. */
  public MicroCommand() {}

  @Override
  public Integer call() throws Exception {
    if (iterations < 1 || forks < 0) {
      throw new UsageException("--iterations must be at least 1, --forks at least 0");
    }
    try {
      return run();
    } catch (NoBenchmarksException e) {
      throw new UsageException("no benchmark's name has a part that matches " + which);
    } catch (PatternSyntaxException e) {
      throw new UsageException("'" + which + "' is no regular expression: " + e.getDescription());
    }
  }

  private int run() throws IOException, RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(which)
            .forks(forks)
            .warmupIterations(iterations)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1));
    if (json == null) {
      new Runner(options.build()).run();
      return 0;
    }
    try (NewFile file = NewFile.at(json)) {
      options.resultFormat(ResultFormatType.JSON).result(file.partial().toString());
      new Runner(options.build()).run();
      file.finish();
    }
    return 0;
  }
}
