package dev.weir.finding;

import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What decides whether a finding alerts, and what an alert advises. */
public final class AlertOptions implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_SEVERITY = 100;

  /** Below five flows shares are chance: two refused of two are all of them. */
  @Option(
      names = "--alert.min-flows",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "A source's window with fewer flows is not alerted, unless for its bytes."
              + " Default: ${DEFAULT-VALUE}")
  private long minFlows;

  /**
   * Named findings that say what is done begin at 50 or above. The score alone gets there at one
   * window in ten million: once a day for ten thousand sources whose windows last a minute.
   */
  @Option(
      names = "--alert.min-severity",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Findings below this severity, 0 to 100, open no incident. Default: ${DEFAULT-VALUE}")
  private int minSeverity;

  /** A shift can look at it by then; what goes on is denied anew by the next update. */
  @Option(
      names = "--alert.control-expiry",
      paramLabel = "DURATION",
      defaultValue = "1h",
      description =
          "How long after its window a denial that an alert advises should be lifted: addresses"
              + " change hands. Default: ${DEFAULT-VALUE}")
  private Duration controlExpiry;

  @Option(
      names = "--alert.allow",
      paramLabel = "WHO",
      split = ",",
      hideParamSyntax = true,
      description =
          "Sources and targets that are scored, counted and never alerted: addresses, CIDRs or"
              + " exact names, with commas between them. Default: nobody")
  private List<String> allow = new ArrayList<>();

  @Option(
      names = "--alert.allow-file",
      paramLabel = "FILE",
      description = "The same, one a line, with comments after #. Default: none")
  private String allowFile;

  @Option(
      names = "--alert.reputation-file",
      paramLabel = "FILE",
      description =
          "Known-bad networks, one CIDR a line, each with a name after a blank or #, or without:"
              + " they raise severity and are named. The job reads it again when it changes."
              + " Default: none")
  private String reputationFile;

  /** For picocli. */
  public AlertOptions() {}

  public long minFlows() {
    return minFlows;
  }

  public int minSeverity() {
    return minSeverity;
  }

  public Duration controlExpiry() {
    return controlExpiry;
  }

  /** Null where there is none. */
  public Path reputationFile() {
    return reputationFile == null ? null : Path.of(reputationFile);
  }

  /**
   * Who is never alerted, by option and file together.
   *
   * @throws dev.weir.flow.UserException naming file and line where an entry is not understood
   */
  public AllowList allowList() {
    AllowList listed = AllowList.of("--alert.allow", allow);
    return allowFile == null ? listed : listed.and(AllowList.read(Path.of(allowFile)));
  }

  /**
   * The known-bad networks as the file lists them now; none without a file.
   *
   * @throws dev.weir.flow.UserException naming file and line where an entry is not understood
   */
  public Reputation reputation() {
    return reputationFile == null ? Reputation.NONE : Reputation.read(Path.of(reputationFile));
  }

  /**
   * Refuses what cannot be.
   *
   * @throws UsageException naming the option
   */
  public void check() {
    if (minSeverity < 0 || minSeverity > MAX_SEVERITY) {
      throw new UsageException("--alert.min-severity must be 0 to " + MAX_SEVERITY);
    }
    if (minFlows < 0) {
      throw new UsageException("--alert.min-flows must be 0 or more");
    }
    if (controlExpiry.isZero()) {
      throw new UsageException("--alert.control-expiry must be more than 0s");
    }
  }
}
