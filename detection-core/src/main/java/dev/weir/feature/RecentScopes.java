package dev.weir.feature;

/**
 * One string for each scope that was read lately: state holds a key for each source, but few
 * scopes. Bounded, and shared by all threads without a lock: whoever finds another's scope in its
 * place puts its own there, and both are right.
 */
final class RecentScopes {

  /** A power of two. */
  private static final int SIZE = 1_024;

  private static final String[] RECENT = new String[SIZE];

  private RecentScopes() {}

  /** An equal scope, the same for all who ask as long as it is among the recent ones. */
  static String one(String scope) {
    if (scope.isEmpty()) {
      return "";
    }
    int slot = scope.hashCode() & (SIZE - 1);
    String recent = RECENT[slot];
    if (!scope.equals(recent)) {
      RECENT[slot] = scope;
      return scope;
    }
    return recent;
  }
}
