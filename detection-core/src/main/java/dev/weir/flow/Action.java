package dev.weir.flow;

/** Whether the network let a flow pass. */
public enum Action {
  ACCEPT,
  REJECT,
  /** The log does not say. */
  UNKNOWN
}
