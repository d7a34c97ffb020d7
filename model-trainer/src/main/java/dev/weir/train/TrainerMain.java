package dev.weir.train;

import dev.weir.command.Commands;
import picocli.CommandLine;

/** The trainer on its own: {@code java -jar model-trainer.jar --input … --output …}. */
public final class TrainerMain {

  private TrainerMain() {}

  /** Trains as the options say and ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    CommandLine command = Commands.commandLine(new TrainCommand());
    command.setCommandName("weir-trainer");
    command.getCommandSpec().mixinStandardHelpOptions(true);
    System.exit(command.execute(args));
  }
}
