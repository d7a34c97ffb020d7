package dev.weir.cli;

import dev.weir.cli.backtest.BacktestCommand;
import dev.weir.cli.cluster.ClusterCommand;
import dev.weir.cli.cluster.SubmitCommand;
import dev.weir.cli.deadletters.DeadLettersCommand;
import dev.weir.cli.decode.DecodeCommand;
import dev.weir.cli.demo.DemoCommand;
import dev.weir.cli.detect.DetectCommand;
import dev.weir.cli.kafka.KafkaCommand;
import dev.weir.cli.kafka.WatchCommand;
import dev.weir.cli.model.ModelCommand;
import dev.weir.cli.replay.ReplayCommand;
import dev.weir.cli.traffic.GenerateCommand;
import dev.weir.command.Commands;
import dev.weir.train.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The weir command. Exit codes: 0 done, 1 failed, 2 called wrongly. */
@Command(
    name = "weir",
    description = "Real-time anomaly detection for network traffic.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      ModelCommand.class,
      BacktestCommand.class,
      DecodeCommand.class,
      DetectCommand.class,
      ReplayCommand.class,
      WatchCommand.class,
      DeadLettersCommand.class,
      KafkaCommand.class,
      ClusterCommand.class,
      SubmitCommand.class,
      GenerateCommand.class,
    })
public final class Weir implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  @SuppressWarnings("unused") // Whoever tells a failure asks picocli for it.
  private boolean verbose;

  /** For picocli. */
  public Weir() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    TemporaryFolder.deleteAtEnd();
    System.exit(commandLine().execute(args));
  }

  /** The command as main runs it, for tests as well. */
  public static CommandLine commandLine() {
    return Commands.commandLine(new Weir());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
