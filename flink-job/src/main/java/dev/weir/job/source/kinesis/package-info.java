/**
 * A Kinesis data stream as a source of entries. {@link dev.weir.job.source.kinesis.KinesisSource}
 * puts the parts together: {@link dev.weir.job.source.kinesis.ShardEnumerator} finds shards and
 * gives them to readers, {@link dev.weir.job.source.kinesis.ShardReader} polls them, {@link
 * dev.weir.job.source.kinesis.KinesisReader} remembers how far, and {@link
 * dev.weir.job.source.kinesis.KinesisStream} is the one door to AWS.
 */
package dev.weir.job.source.kinesis;
