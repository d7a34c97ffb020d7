package dev.weir.cli;

import dev.weir.flow.UserException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
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
    err.println("weir: " + firstLine(failure.getMessage()));
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
    boolean verbose = command.getCommandSpec().root().userObject() instanceof Weir w && w.verbose();
    if (verbose) {
      failure.printStackTrace(err);
    }
    err.println("weir: " + describe(failure, verbose));
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String describe(Exception failure, boolean verbose) {
    if (failure instanceof UserException) {
      return firstLine(failure.getMessage());
    }
    String text = failure.getClass().getSimpleName();
    if (failure.getMessage() != null) {
      text += ": " + firstLine(failure.getMessage());
    }
    return verbose ? text : text + "; --verbose shows the stack trace";
  }

  private static String unknown(List<String> unmatched) {
    return "'" + unmatched.get(0) + "' is not known here";
  }

  private static String suggestion(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> nearest = unmatched.getSuggestions();
      if (!nearest.isEmpty()) {
        return "Did you mean " + String.join(" or ", nearest) + "? ";
      }
    }
    return "";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
