package dev.weir.command;

import java.time.Duration;
import picocli.CommandLine;

/** Sets up a command line in the manner of the house. Exit codes: 0 done, 1 failed, 2 usage. */
public final class Commands {

  private Commands() {}

  /** A command line that reads durations as 60s and tells failures in a line of plain words. */
  public static CommandLine commandLine(Object command) {
    CommandLine line = new CommandLine(command);
    shortenUsage(line);
    return WholeWords.in(line)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // Else an option that takes several values takes a mistyped option for one of them.
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .registerConverter(Integer.class, NumberConverter.ofInt())
        .registerConverter(int.class, NumberConverter.ofInt())
        .registerConverter(Long.class, NumberConverter.ofLong())
        .registerConverter(long.class, NumberConverter.ofLong())
        .registerConverter(Double.class, NumberConverter.ofDouble())
        .registerConverter(double.class, NumberConverter.ofDouble())
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(Failures::calledWrongly)
        .setExecutionExceptionHandler(Failures::failed);
  }

  /**
   * Commands that read logs have more options than a first line can show. Each list has a heading
   * of its own, as picocli gives to that of commands alone.
   */
  private static void shortenUsage(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .requiredOptionMarker('*')
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    line.getSubcommands().values().forEach(Commands::shortenUsage);
  }
}
