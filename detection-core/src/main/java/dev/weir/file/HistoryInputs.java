package dev.weir.file;

import dev.weir.flow.UserException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a history: logs, and which time of those that are fetched. */
public final class HistoryInputs {

  @Mixin private LogInputs inputs;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "Fetch logs of this time and later only, such as 2026-03-02 or 2026-03-02T10:00:00Z; of"
              + " S3 whole days, by its keys. Default: all there is")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Fetch logs of before this time only. Default: all there is")
  private Instant to;

  /** For picocli. */
  public HistoryInputs() {}

  /**
   * At least one file or folder. What lies elsewhere is fetched when this is asked for first.
   *
   * @throws UserException where it is not to be had
   */
  public List<Path> paths() {
    return inputs.paths(times());
  }

  /**
   * Files and folders that another option names, what lies elsewhere fetched as logs are.
   *
   * @throws UserException where it is not to be had
   */
  public List<Path> fetched(List<String> others) {
    return FetchedLogs.ofClassPath().paths(others, times());
  }

  /** Whether logs are named. */
  public boolean isGiven() {
    return inputs.isGiven();
  }

  private TimeRange times() {
    return new TimeRange(from, to);
  }
}
