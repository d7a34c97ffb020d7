package dev.weir.cli.backtest;

import dev.weir.command.Requirements;
import dev.weir.decode.LogOptions;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.PortSet;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.UsageException;
import dev.weir.vector.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a backtest that scores nothing, and writes what a training needs. */
final class VectorOptions {

  private static final List<String> MEASURING =
      List.of("--slide", "--critical-ports", "--short-flow");

  private static final List<String> SCORING =
      List.of(
          "--model",
          "--scores",
          "--alerts",
          "--dead-letters",
          "--late-flows",
          "--evaluate",
          "--compare");

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description =
          "In place of --model and --scores: measure only, in windows of --window, and write each as"
              + " 'weir train --input-vectors' reads it, JSON lines. Default: nowhere")
  private Path file;

  @Option(
      names = "--slide",
      paramLabel = "DURATION",
      description =
          "With --vectors: from one window's start to the next. Default: the window, so that none"
              + " overlap.")
  private Duration slide;

  @Option(
      names = "--critical-ports",
      paramLabel = "PORTS",
      split = ",",
      hideParamSyntax = true,
      description =
          "With --vectors: ports of critical_port_share, with commas between them."
              + " Default: as for train")
  private List<Integer> criticalPorts;

  @Option(
      names = "--short-flow",
      paramLabel = "DURATION",
      defaultValue = "1s",
      description =
          "With --vectors: the longest flow that short_flow_share counts. Default: ${DEFAULT-VALUE}")
  private Duration shortFlow;

  /** For picocli. */
  VectorOptions() {}

  /** Lets a backtest do without a model. */
  static final class InPlaceOfScores implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
      return Requirements.waive(spec, "--model", "--scores");
    }
  }

  boolean areWanted() {
    return file != null;
  }

  Path file() {
    return file;
  }

  /**
   * Either these or scores must be asked for.
   *
   * @throws UsageException naming an option that belongs to the other
   */
  void check(CommandLine command) {
    if (!areWanted()) {
      Requirements.demand(command, "--model", "--scores");
    }
    for (String name : areWanted() ? SCORING : MEASURING) {
      if (command.getParseResult().hasMatchedOption(name)) {
        throw new UsageException(
            areWanted()
                ? "--vectors measures and scores nothing; drop " + name + ", or --vectors"
                : name + " needs --vectors: where windows are scored the model decides");
      }
    }
  }

  /**
   * How windows are measured.
   *
   * @param window as the user has it, or null
   */
  Measurement measurement(Duration window, LogOptions log) {
    long size = (window == null ? log.format().window() : window).toMillis();
    return new Measurement(
        new WindowSpec(size, slide == null ? size : slide.toMillis()),
        new FeatureSettings(ports(), shortFlow.toMillis()),
        log.network().settings());
  }

  private PortSet ports() {
    if (criticalPorts == null) {
      return FeatureSettings.DEFAULT_CRITICAL_PORTS;
    }
    if (criticalPorts.isEmpty()) {
      throw new UsageException("--critical-ports must be at least one port");
    }
    try {
      return PortSet.of(criticalPorts);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--critical-ports: " + e.getMessage(), e);
    }
  }
}
