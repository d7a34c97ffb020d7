package dev.weir.flow;

/**
 * A flow with what a repeat of it can be known by, until that is decided.
 *
 * @param split the part of the source that repeats come by as well, such as a topic's partition
 * @param event hash of the log event's identity
 */
public record DeliveredFlow(String split, long event, FlowRecord flow) implements Entry {}
