package dev.weir.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are required unless another takes their place. */
public final class Requirements {

  private Requirements() {}

  /** Lets a command be parsed without these options. */
  public static CommandSpec waive(CommandSpec spec, String... options) {
    for (String name : options) {
      OptionSpec option = spec.findOption(name);
      if (option != null && option.required()) {
        spec.remove(option);
        spec.addOption(option.toBuilder().required(false).build());
      }
    }
    return spec;
  }

  /**
   * Asks for options that were waived, as the parser would have.
   *
   * @throws MissingParameterException naming the first that is missing
   */
  public static void demand(CommandLine command, String... options) {
    for (String name : options) {
      OptionSpec option = command.getCommandSpec().findOption(name);
      if (!command.getParseResult().hasMatchedOption(name)) {
        throw new MissingParameterException(
            command,
            List.of(option),
            "Missing required option: '" + name + "=" + option.paramLabel() + "'");
      }
    }
  }
}
