package dev.weir.decode;

import dev.weir.flow.UsageException;

/**
 * Places where events are logged.
 *
 * @param owner the account; empty for any
 * @param logGroup a name, in which {@code *} stands for any characters; empty for any
 */
record SourceMatch(String owner, String logGroup) {

  /**
   * Reads {@code owner=…,log-group=…}, of which one may be left out.
   *
   * @param option named in errors
   * @throws UsageException where the text is anything else
   */
  static SourceMatch parse(String text, String option) {
    String owner = "";
    String logGroup = "";
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      String value = equals < 0 ? "" : part.substring(equals + 1).strip();
      boolean isOwner = name.equals("owner");
      if (value.isEmpty() || !(isOwner || name.equals("log-group"))) {
        throw new UsageException(
            option + ": '" + part + "' is neither owner=ACCOUNT nor log-group=NAME");
      }
      if (!(isOwner ? owner : logGroup).isEmpty()) {
        throw new UsageException(option + " names " + name + " twice; keep one of them");
      }
      owner = isOwner ? value : owner;
      logGroup = isOwner ? logGroup : value;
    }
    return new SourceMatch(owner, logGroup);
  }

  /** Whether events of this account and group are meant. */
  boolean matches(String itsOwner, String itsGroup) {
    return (owner.isEmpty() || owner.equals(itsOwner))
        && (logGroup.isEmpty() || globs(logGroup, itsGroup));
  }

  /** Goes back to the last star only, so that no pattern takes more than the product of lengths. */
  private static boolean globs(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int mark = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
