package dev.weir.cli.cluster;

import dev.weir.cli.Home;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM with Flink's jars. */
final class FlinkJvm {
  private final List<String> command = new ArrayList<>();

  /** The JVM that runs this, with the same doors opened to Flink and a place for what it drops. */
  FlinkJvm(Path log4j, Path logFile, Path temporary) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.add("-Dlog4j.configurationFile=" + log4j.toUri());
    command.add("-Dlog.file=" + logFile);
    command.add("-Djava.io.tmpdir=" + temporary);
  }

  FlinkJvm option(String option) {
    command.add(option);
    return this;
  }

  /** The whole command, with Flink's jars as class path. */
  List<String> run(String mainClass, List<String> arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.add("-cp");
    whole.add(Home.flinkLib() + "/*");
    whole.add(mainClass);
    whole.addAll(arguments);
    return whole;
  }

  /**
   * The same for a process that outlives the command and its terminal: it does not hear the Ctrl-C
   * and the hang-up that are meant for others.
   */
  static List<String> detached(List<String> command) {
    List<String> whole =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "weir"));
    whole.addAll(command);
    return whole;
  }
}
