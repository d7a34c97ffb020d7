package dev.weir.alert;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.UsageException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say when incidents open and close, and how that is told. */
public final class IncidentOptions {

  /** A pause of a window or two is no end: implants and guessers rest. */
  private static final int QUIET_WINDOWS = 5;

  private static final Duration SHORTEST_QUIET = Duration.ofMinutes(5);

  /** What is remembered longer is no incident, and state that never goes. */
  private static final Duration LONGEST = Duration.ofDays(30);

  /** High: somebody should look today, even if it was a minute only. */
  @Option(
      names = "--alert.sure-severity",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "What is less severe opens an incident only once it is found in a second window: what"
              + " passes within one is mostly chance. Default: ${DEFAULT-VALUE}")
  private int sureSeverity;

  @Option(
      names = "--alert.quiet",
      paramLabel = "DURATION",
      description =
          "An incident closes after so long without anything found."
              + " Default: five windows (of sliding ones, five slides), 5m at least")
  private Duration quiet;

  @Option(
      names = "--alert.memory",
      paramLabel = "DURATION",
      defaultValue = "1h",
      description =
          "What is found within so long after its end opens an incident again, under its id."
              + " Default: ${DEFAULT-VALUE}")
  private Duration memory;

  @Option(
      names = "--alert.format",
      paramLabel = "FORMAT",
      defaultValue = "native",
      converter = AlertFormat.Converter.class,
      description =
          "How alerts are written: native (Weir's own JSON), ocsf (Detection Finding) or ecs"
              + " (Elastic). Default: ${DEFAULT-VALUE}")
  private AlertFormat format;

  /** For picocli. */
  public IncidentOptions() {}

  /** How alerts are written. */
  public AlertFormat format() {
    return format;
  }

  /**
   * The settings, under a model of those windows.
   *
   * @param minSeverity what is less severe opens no incident
   * @param gaps whether logs tell of times whose flows were lost: of one window at most, since no
   *     record may be longer
   * @throws UsageException naming the option that makes no sense
   */
  public IncidentSettings settings(int minSeverity, WindowSpec window, boolean gaps) {
    if (sureSeverity < 0 || sureSeverity > 100) {
      throw new UsageException("--alert.sure-severity must be 0 to 100");
    }
    if (quiet != null && (quiet.isZero() || quiet.compareTo(LONGEST) > 0)) {
      throw new UsageException("--alert.quiet must be more than 0s, and 30d at most");
    }
    if (memory.compareTo(LONGEST) > 0) {
      throw new UsageException("--alert.memory must be 30d at most");
    }
    long millis =
        quiet == null
            ? Math.max(QUIET_WINDOWS * window.slide(), SHORTEST_QUIET.toMillis())
            : quiet.toMillis();
    return new IncidentSettings(
        minSeverity, sureSeverity, millis, memory.toMillis(), gaps ? window.size() : 0);
  }
}
