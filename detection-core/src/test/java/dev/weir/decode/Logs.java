package dev.weir.decode;

import dev.weir.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Options as a command line gives them. */
public final class Logs {

  private Logs() {}

  /** What these arguments say about logs. */
  public static LogOptions options(String... arguments) {
    Holder holder = new Holder();
    Commands.commandLine(holder).parseArgs(arguments);
    return holder.log;
  }

  @Command(name = "logs")
  private static final class Holder {
    @Mixin private LogOptions log;
  }
}
