package dev.weir.file;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names the logs to read. */
public final class LogInputs {

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description = "Files and folders of logs, plain or gzip, read as one history.")
  private List<Path> paths;

  /** For picocli. */
  public LogInputs() {}

  /** At least one. */
  public List<Path> paths() {
    return paths;
  }
}
