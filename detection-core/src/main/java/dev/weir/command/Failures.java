package dev.weir.command;

import dev.weir.flow.Nearest;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in a line what went wrong, in place of picocli's usage pages and stack traces. */
final class Failures {

  private Failures() {}

  /** The handler for a command line that cannot be understood. */
  static int calledWrongly(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    List<String> unmatched = unmatched(command, args);
    // Picocli complains of what is missing first, which a misspelt option always entails.
    String problem =
        unmatched.isEmpty()
            ? firstLine(failure.getMessage())
            : "'" + unmatched.get(0) + "' is not known here";
    err.printf(
        "%s: %s; %s'%s --help' shows how%n",
        command.getCommandSpec().root().name(),
        problem.replaceFirst("^Error: ", ""),
        suggestion(command.getCommandSpec(), unmatched),
        command.getCommandSpec().qualifiedName());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Picocli forgets an unknown option that stands where another's next value might. */
  private static List<String> unmatched(CommandLine command, String[] args) {
    List<String> unmatched = command.getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unmatched;
    }
    Set<String> options = command.getCommandSpec().optionsMap().keySet();
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith("--") && !options.contains(name(arg)))
        .toList();
  }

  private static String name(String arg) {
    return arg.split("=", 2)[0];
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
    return failure instanceof UsageException
        ? command.getCommandSpec().exitCodeOnInvalidInput()
        : command.getCommandSpec().exitCodeOnExecutionException();
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

  private static String suggestion(CommandSpec command, List<String> unmatched) {
    if (unmatched.isEmpty()) {
      return "";
    }
    Set<String> known = new HashSet<>(command.optionsMap().keySet());
    known.addAll(command.subcommands().keySet());
    return Nearest.to(name(unmatched.get(0)), known)
        .map(meant -> "did you mean " + meant + "? ")
        .orElse("");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
