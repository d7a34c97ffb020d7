package dev.weir.flow;

import java.util.Locale;
import java.util.Map;

/** Whether the network let a flow pass. */
public enum Action {
  ACCEPT,
  REJECT,
  /** The log does not say. */
  UNKNOWN;

  private static final Map<String, Action> WORDS =
      Map.ofEntries(
          Map.entry("ACCEPT", ACCEPT),
          Map.entry("ACCEPTED", ACCEPT),
          Map.entry("ALLOW", ACCEPT),
          Map.entry("ALLOWED", ACCEPT),
          Map.entry("PASS", ACCEPT),
          Map.entry("PERMIT", ACCEPT),
          Map.entry("PERMITTED", ACCEPT),
          Map.entry("REJECT", REJECT),
          Map.entry("REJECTED", REJECT),
          Map.entry("BLOCK", REJECT),
          Map.entry("BLOCKED", REJECT),
          Map.entry("DENY", REJECT),
          Map.entry("DENIED", REJECT),
          Map.entry("DROP", REJECT),
          Map.entry("DROPPED", REJECT));

  /**
   * The action that a word in any case means: ACCEPT(ED), ALLOW(ED), PASS or PERMIT(TED);
   * REJECT(ED), BLOCK(ED), DENY or DENIED, DROP(PED). Null for any other word: the set is closed.
   */
  public static Action of(CharSequence word) {
    return WORDS.get(word.toString().toUpperCase(Locale.ROOT));
  }
}
