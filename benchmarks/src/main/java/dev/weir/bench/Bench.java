package dev.weir.bench;

import dev.weir.bench.check.CheckCommand;
import dev.weir.bench.forest.ForestCommand;
import dev.weir.bench.growth.GrowthCommand;
import dev.weir.bench.growth.Part;
import dev.weir.bench.micro.MicroCommand;
import dev.weir.bench.pipeline.Configuration;
import dev.weir.bench.pipeline.PipelineCommand;
import dev.weir.bench.plot.PlotCommand;
import dev.weir.bench.quality.QualityCommand;
import dev.weir.bench.report.ReportCommand;
import dev.weir.command.Commands;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code scripts/bench} command. Exit codes: 0 done, 1 failed, 2 called wrongly. */
@Command(
    name = "bench",
    description = "Measure how fast Weir is on this machine, and how well its forests rank.",
    footer = {
      "",
      "'scripts/bench all' measures everything that docs/performance.md states, in about an hour."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true,
    subcommands = {
      PipelineCommand.class,
      ForestCommand.class,
      GrowthCommand.class,
      MicroCommand.class,
      QualityCommand.class,
      CheckCommand.class,
      PlotCommand.class,
      ReportCommand.class,
    })
public final class Bench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  @SuppressWarnings("unused") // Whoever tells a failure asks picocli for it.
  private boolean verbose;

  private Bench() {}

  /** Runs a command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    CleanUp.atEnd();
    System.exit(commandLine().execute(args));
  }

  /** The command as main runs it. */
  public static CommandLine commandLine() {
    return Commands.commandLine(new Bench())
        .registerConverter(Configuration.class, Names.of(Configuration.class))
        .registerConverter(Part.class, Names.of(Part.class));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
