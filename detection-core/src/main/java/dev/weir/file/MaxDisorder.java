package dev.weir.file;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that caps what files may be out of order. */
public final class MaxDisorder {

  @Option(
      names = "--max-disorder",
      paramLabel = "DURATION",
      defaultValue = "24h",
      description =
          "How far flows may lie out of order in the files; beyond it they are late, or replayed"
              + " unsorted. Memory holds what falls into that time. Default: ${DEFAULT-VALUE}")
  private Duration value;

  /** For picocli. */
  public MaxDisorder() {}

  /** Flows further out of order than this are late. */
  public Duration value() {
    return value;
  }
}
