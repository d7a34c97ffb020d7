package dev.weir.bench;

import dev.weir.command.Commands;
import picocli.CommandLine.Command;

/** The {@code scripts/bench} command. */
@Command(
    name = "bench",
    description = "Measure how fast Weir is on this machine.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true,
    subcommands = {})
public final class Bench {

  private Bench() {}

  /** Runs a command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(Commands.commandLine(new Bench()).execute(args));
  }
}
