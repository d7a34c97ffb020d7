package dev.weir.train;

import dev.weir.command.Requirements;
import dev.weir.file.HistoryInputs;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.network.NetworkSettings;
import dev.weir.vector.Measurement;
import dev.weir.vector.VectorReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that names vectors to train from, in the place of logs. */
final class VectorInputs {

  /** What vectors bring along; given as well, it must be the same. */
  private static final Map<String, Function<FitOptions, Object>> MEASURED =
      Map.of(
          "--window", options -> options.window().size(),
          "--slide", options -> options.window().slide(),
          "--critical-ports", options -> options.settings().criticalPorts(),
          "--short-flow", options -> options.settings().shortFlowMillis());

  @Option(
      names = "--input-vectors",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "In place of --input and --format: files and folders of what 'weir backtest --vectors'"
              + " wrote, or kafka://HOST:PORT/TOPIC with what a job's --vectors.topic did. Window and"
              + " settings come with them.")
  private List<String> inputs;

  private List<Path> paths;

  /** For picocli. */
  VectorInputs() {}

  /** Lets a command do without logs. */
  static CommandSpec inPlaceOfLogs(CommandSpec spec) {
    return Requirements.waive(spec, "--input", "--format");
  }

  boolean areGiven() {
    return inputs != null;
  }

  /**
   * Either these or logs must be named.
   *
   * @throws UsageException where both are
   */
  void check(CommandLine command, HistoryInputs logs) {
    if (!areGiven()) {
      Requirements.demand(command, "--input", "--format");
    } else if (logs.isGiven()) {
      throw new UsageException("--input-vectors is given in place of --input; drop one of them");
    }
  }

  /** At least one file or folder, fetched when this is asked for first. */
  List<Path> paths(HistoryInputs fetching) {
    if (paths == null) {
      paths = fetching.fetched(inputs);
    }
    return paths;
  }

  /**
   * The options with window and settings of the vectors.
   *
   * @param placed how this command would place flows: segments and findings ask the same network
   * @throws UserException where the user asked for others
   */
  FitOptions measuredAs(
      Measurement measured, FitOptions asked, NetworkSettings placed, CommandLine command) {
    FitOptions options = asked.measured(measured.window(), measured.settings());
    for (String name : MEASURED.keySet()) {
      Function<FitOptions, Object> value = MEASURED.get(name);
      if (command.getParseResult().hasMatchedOption(name)
          && !value.apply(asked).equals(value.apply(options))) {
        throw new UserException(
            "the vectors were measured with another "
                + name
                + " (windows of "
                + measured.window()
                + "); drop the option, or extract them again");
      }
    }
    String difference = measured.network().differencesFrom(placed);
    if (!difference.isEmpty()) {
      throw new UserException(
          "the vectors were measured with " + difference + "; give the same options");
    }
    if (!measured.network().equals(placed)) {
      throw new UserException(
          "the vectors were measured with another --network; give the same, or extract them again");
    }
    return options;
  }

  /** How the vectors were measured. */
  Measurement measurement(HistoryInputs fetching) {
    return VectorReader.measurementOf(paths(fetching));
  }
}
