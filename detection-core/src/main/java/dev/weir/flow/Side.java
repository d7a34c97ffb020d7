package dev.weir.flow;

import java.util.Locale;

/** Which end of the conversation a record was written for, seen from {@link FlowRecord#srcIp}. */
public enum Side {
  /** Both directions in one record, or the direction from the initiator. */
  INITIATOR,
  /**
   * The answering direction of a one-way log, already turned round: it adds bytes_out and packets
   * to the initiator's window and nothing to counts, shares or durations.
   */
  RESPONDER,
  /** A one-way record whose initiator could not be told; taken as written. */
  UNORIENTED;

  private static final Side[] VALUES = values();

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in JSON. */
  String id() {
    return id;
  }

  /** The side of that name; the initiator's for any other, as in logs that know no sides. */
  public static Side of(String id) {
    for (Side side : VALUES) {
      if (side.id.equals(id)) {
        return side;
      }
    }
    return INITIATOR;
  }
}
