package dev.weir.decode;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.Action;
import java.util.HashMap;
import java.util.Map;

/**
 * What Zeek's conn_state says of a connection: whether it was let through, and, of TCP, whether the
 * originator asked for it by a SYN.
 */
enum ConnState {
  /** Says nothing: another word, or Zeek saw one direction only. */
  OTHER(Action.UNKNOWN, ABSENT),
  /** Asked, and nobody answered. */
  S0(Action.UNKNOWN, Flags.SYN),
  S1(Action.ACCEPT, Flags.SYN),
  S2(Action.ACCEPT, Flags.SYN),
  S3(Action.ACCEPT, Flags.SYN),
  SF(Action.ACCEPT, Flags.SYN),
  /** The other end refused. */
  REJ(Action.REJECT, Flags.SYN),
  RSTO(Action.ACCEPT, Flags.SYN),
  RSTR(Action.ACCEPT, Flags.SYN),
  /** Asked, and took it back before anybody answered. */
  RSTOS0(Action.UNKNOWN, Flags.SYN | Flags.RST),
  /** Asked, and ended before anybody answered. */
  SH(Action.UNKNOWN, Flags.SYN | Flags.FIN);

  private static final ConnState[] VALUES = values();
  private static final Map<String, ConnState> BY_WORD = new HashMap<>();

  static {
    for (ConnState state : VALUES) {
      BY_WORD.put(state.name(), state);
    }
  }

  private final Action action;
  private final int tcpFlags;

  ConnState(Action action, int tcpFlags) {
    this.action = action;
    this.tcpFlags = tcpFlags;
  }

  /** What a word says; what is none says nothing. */
  static ConnState of(FieldText word) {
    return BY_WORD.getOrDefault(word.toString(), OTHER);
  }

  /** The state of a {@link #code}; nothing where that is ABSENT. */
  static ConnState ofCode(long code) {
    return code == ABSENT ? OTHER : VALUES[(int) code];
  }

  /** A number that never leaves the process. */
  @SuppressWarnings("EnumOrdinal")
  int code() {
    return ordinal();
  }

  Action action() {
    return action;
  }

  /** The flags that the originator sent for certain, or ABSENT; of TCP alone. */
  int tcpFlags() {
    return tcpFlags;
  }

  private static final class Flags {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
  }
}
