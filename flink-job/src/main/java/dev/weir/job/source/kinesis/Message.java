package dev.weir.job.source.kinesis;

/**
 * A record of a stream; "record" is Java's word here.
 *
 * @param data as it was put
 * @param sequence its number, which grows within a shard
 * @param arrived when the stream took it, about, in epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Message(byte[] data, String sequence, long arrived) {}
