package dev.weir.flow;

/**
 * The unit of accounting: what one log entry became. A message holds one entry, or several where it
 * is an envelope.
 */
public sealed interface Entry
    permits FlowRecord, DeliveredFlow, SetAside, DeadLetter, Ignored, Gap {}
