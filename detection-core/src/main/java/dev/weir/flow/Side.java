package dev.weir.flow;

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
  UNORIENTED
}
