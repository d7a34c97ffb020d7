package dev.weir.cli.traffic;

/**
 * A line of a log, without its line end.
 *
 * @param emitted epoch milliseconds at which it is written
 * @param bytes ASCII; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogLine(long emitted, byte[] bytes) {}
