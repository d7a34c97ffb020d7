package dev.weir.file;

import dev.weir.flow.UserException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that name the logs to read. */
public final class LogInputs {

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "Files and folders of logs, plain or gzip, read as one history. Also s3://BUCKET/PREFIX"
              + " (text, gzip or Parquet objects) and cloudwatch://LOG-GROUP, which are fetched.")
  private List<String> inputs;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "Fetch logs of this time and later only, such as 2026-03-02 or 2026-03-02T10:00:00Z; of"
              + " S3 by the days in its keys. Default: all there is")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Fetch logs of before this time only. Default: all there is")
  private Instant to;

  private List<Path> paths;

  /** For picocli. */
  public LogInputs() {}

  /**
   * At least one file or folder. What lies elsewhere is fetched when this is asked for first.
   *
   * @throws UserException where it is not to be had
   */
  public List<Path> paths() {
    if (paths == null) {
      paths = FetchedLogs.ofClassPath().paths(inputs, new TimeRange(from, to));
    }
    return paths;
  }
}
