package dev.weir.cli.cluster;

import dev.weir.flow.UserException;
import java.util.List;

/** Finds the sentence that matters in the pages that Flink's client prints when it fails. */
final class ClientFailure {

  private static final String CAUSED_BY = "Caused by: ";
  private static final String FOR_THE_USER = UserException.class.getName() + ": ";

  /** How the detection job begins what it tells. */
  private static final String JOB = "weir-job: ";

  private ClientFailure() {}

  /**
   * What the job itself tells its user, else the innermost cause, else the last line that is
   * neither empty nor part of a stack trace.
   */
  static String reason(List<String> output) {
    String cause = null;
    String last = "it printed nothing";
    for (String line : output) {
      if (line.startsWith(JOB)) {
        return line.substring(JOB.length());
      }
      int forTheUser = line.indexOf(FOR_THE_USER);
      if (forTheUser >= 0) {
        return line.substring(forTheUser + FOR_THE_USER.length());
      }
      if (line.startsWith(CAUSED_BY)) {
        cause = line.substring(CAUSED_BY.length());
      } else if (!line.isBlank() && !isFrame(line)) {
        last = line.strip();
      }
    }
    return Causes.plain(cause == null ? last : cause);
  }

  private static boolean isFrame(String line) {
    return line.startsWith("\t") || line.startsWith("    at ") || line.startsWith("---");
  }
}
