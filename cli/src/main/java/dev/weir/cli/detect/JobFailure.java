package dev.weir.cli.detect;

import dev.weir.flow.UserException;

/** Says why a job failed: Flink wraps the cause in several failures of its own. */
public final class JobFailure {

  private JobFailure() {}

  /** The failure for a person: the innermost cause, or what it says where it is for them. */
  public static UserException of(Throwable failure) {
    Throwable root = failure;
    while (root != null && root.getCause() != null && !(root instanceof UserException)) {
      root = root.getCause();
    }
    if (root instanceof UserException user) {
      return user;
    }
    return new UserException(
        "the job failed ("
            + (root == null ? "it ended" : root)
            + "); the log says more: "
            + System.getProperty("weir.log.file", "see --verbose"),
        failure);
  }
}
