package dev.weir.bench.pipeline;

/**
 * The flows of a run: the same value gives the same flows.
 *
 * @param records how many
 * @param sources who sends them
 * @param seed of every draw
 * @param start event time of the first, epoch milliseconds
 * @param span milliseconds of event time from the first to the last
 * @param disorder milliseconds that a flow may lie behind those before it
 */
public record Traffic(
    long records, Sources sources, long seed, long start, long span, long disorder) {

  /** A Monday, aligned to windows of every usual length. */
  public static final long EPOCH = 1_772_409_600_000L;

  private static final long HALF_MINUTE = 30_000;

  /** The same from others. */
  public Traffic from(Sources others) {
    return new Traffic(records, others, seed, start, span, disorder);
  }

  /** So many flows, all of them within half a minute that no window's border divides. */
  public Traffic inOneWindow(long count) {
    return new Traffic(count, sources, seed, EPOCH + HALF_MINUTE, HALF_MINUTE - 1, 0);
  }

  /** A flow for each partition, so late that no window of a first one's flows stays open. */
  static Traffic closing(FlowText text, int partitions) {
    long late = EPOCH + 5 * text.format().window().toMillis();
    return new Traffic(partitions, Sources.each(1), 1, late, 1, 0);
  }

  /** The flows of one partition among so many, in the order in which they are sent. */
  public Flows partition(int partition, int partitions) {
    return new Flows(this, partition, partitions);
  }
}
