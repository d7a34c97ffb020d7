package dev.weir.cli.replay;

import dev.weir.file.LogInputs;
import dev.weir.file.TimeConverter;
import dev.weir.file.TimeRange;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that name what is sent, and which time of it where that is fetched. {@code --to} is
 * where a replay sends to: other commands call the same {@code --from} and {@code --to}.
 */
public final class ReplayInputs {

  @Mixin private LogInputs inputs;

  @Option(
      names = "--input-from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "Fetch logs of this time and later only, such as 2026-03-02 or 2026-03-02T10:00:00Z; of"
              + " S3 whole days, by its keys. Default: all there is")
  private Instant from;

  @Option(
      names = "--input-to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Fetch logs of before this time only. Default: all there is")
  private Instant to;

  /** For picocli. */
  public ReplayInputs() {}

  /**
   * At least one file or folder.
   *
   * @throws UserException where it is not to be had
   */
  List<Path> paths() {
    try {
      return inputs.paths(new TimeRange(from, to));
    } catch (UsageException e) {
      throw new UsageException(inOptionsOfReplay(e));
    } catch (UserException e) {
      throw new UserException(inOptionsOfReplay(e), e.getCause());
    }
  }

  private static String inOptionsOfReplay(UserException e) {
    return e.getMessage().replaceAll("--(from|to)\\b", "--input-$1");
  }
}
