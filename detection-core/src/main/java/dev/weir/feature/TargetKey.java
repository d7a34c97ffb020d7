package dev.weir.feature;

/**
 * What flows go to: the key of the target view.
 *
 * @param address canonical text of the responder's address; never empty
 * @param port 0 to 65535, or {@link dev.weir.flow.FlowRecord#ABSENT}
 */
public record TargetKey(String address, int port) {}
