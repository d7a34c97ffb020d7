package dev.weir.cli.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be asked of model files. */
@Command(
    name = "model",
    description = "Look into model files.",
    subcommands = {ShowCommand.class, DiffCommand.class})
public final class ModelCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ModelCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
