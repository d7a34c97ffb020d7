package dev.weir.file;

import dev.weir.flow.UserException;
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
      description =
          "Files and folders of logs, plain, gzip or zstd, read as one history. Also"
              + " kafka://HOST:PORT/TOPIC, s3://BUCKET/PREFIX (text, gzip, zstd or Parquet objects) and"
              + " cloudwatch://LOG-GROUP, which are fetched.")
  private List<String> inputs;

  private List<Path> paths;

  /** For picocli. */
  public LogInputs() {}

  /**
   * At least one file or folder. What lies elsewhere is fetched, all of it, when this is asked for
   * first.
   *
   * @throws UserException where it is not to be had
   */
  public List<Path> paths() {
    return paths(TimeRange.ALL);
  }

  boolean isGiven() {
    return inputs != null;
  }

  /** The same, of a stretch of time only where logs are fetched. */
  public List<Path> paths(TimeRange times) {
    if (paths == null) {
      paths = FetchedLogs.ofClassPath().paths(inputs, times);
    }
    return paths;
  }
}
