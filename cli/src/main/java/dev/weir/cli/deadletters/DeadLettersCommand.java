package dev.weir.cli.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with dead letters. */
@Command(
    name = "dead-letters",
    description = "Look at log entries that could not become flows.",
    subcommands = SummaryCommand.class)
public final class DeadLettersCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** For picocli. */
  public DeadLettersCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
