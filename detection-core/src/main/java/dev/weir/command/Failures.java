package dev.weir.command;

import dev.weir.flow.UserException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line or two what went wrong, in place of picocli's usage pages and stack traces. */
final class Failures {

  private Failures() {}

  /** The handler for a command line that cannot be understood. */
  static int calledWrongly(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().root().name() + ": " + firstLine(failure.getMessage()));
    err.println(
        suggestion(failure)
            + "'"
            + command.getCommandSpec().qualifiedName()
            + " --help' shows how.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** The handler for a command that was understood and failed. */
  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    OptionSpec verbose = command.getCommandSpec().root().findOption("--verbose");
    boolean isVerbose = verbose != null && Boolean.TRUE.equals(verbose.getValue());
    if (isVerbose) {
      failure.printStackTrace(err);
    }
    String hint = verbose == null || isVerbose ? "" : "; --verbose shows the stack trace";
    err.println(command.getCommandSpec().root().name() + ": " + describe(failure, hint));
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String describe(Exception failure, String hint) {
    if (failure instanceof UserException) {
      return firstLine(failure.getMessage());
    }
    String text = failure.getClass().getSimpleName();
    if (failure.getMessage() != null) {
      text += ": " + firstLine(failure.getMessage());
    }
    return text + hint;
  }

  private static String suggestion(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      // Picocli itself suggests commands well, but options by their first two letters only.
      String nearest =
          unmatched.isUnknownOption()
              ? nearestOption(unmatched)
              : String.join(" or ", unmatched.getSuggestions());
      return nearest == null || nearest.isEmpty() ? "" : "Did you mean " + nearest + "? ";
    }
    return "";
  }

  private static String nearestOption(UnmatchedArgumentException unmatched) {
    String typed = unmatched.getUnmatched().get(0);
    int value = typed.indexOf('=');
    return NearestName.of(
        value < 0 ? typed : typed.substring(0, value),
        unmatched.getCommandLine().getCommandSpec().optionsMap().keySet());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
