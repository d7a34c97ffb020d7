package dev.weir.command;

import dev.weir.flow.Durations;
import dev.weir.flow.UserException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Sets up a command line in the manner of the house. Exit codes: 0 done, 1 failed, 2 usage. */
public final class Commands {

  private Commands() {}

  /** A command line that reads durations as 60s and tells failures in a line. */
  public static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, Commands::duration)
        .setParameterExceptionHandler(Failures::calledWrongly)
        .setExecutionExceptionHandler(Failures::failed);
  }

  private static Duration duration(String text) {
    try {
      return Durations.parse(text);
    } catch (UserException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
