package dev.weir.job;

import dev.weir.flow.Entry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a {@link ListSource} of this JVM reads, found again by its id wherever tasks were shipped.
 *
 * @param id of the entries, which are not shipped
 * @param ends whether the splits end
 * @param failsAt how far each split is read before the job fails, once; {@link Integer#MAX_VALUE}
 *     for never
 */
record Traffic(int id, boolean ends, int failsAt) implements ListSource.Script {

  private static final long serialVersionUID = 1L;
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final Map<Integer, List<List<? extends Entry>>> SPLITS = new ConcurrentHashMap<>();
  private static final Map<Integer, CompletableFuture<Void>> FAILED = new ConcurrentHashMap<>();
  private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

  private static Traffic of(List<List<? extends Entry>> splits, boolean ends, int failsAt) {
    int id = IDS.incrementAndGet();
    SPLITS.put(id, List.copyOf(splits));
    FAILED.put(id, new CompletableFuture<>());
    return new Traffic(id, ends, failsAt);
  }

  /** Splits that are read to their ends. */
  static Traffic ending(List<List<? extends Entry>> splits) {
    return of(splits, true, Integer.MAX_VALUE);
  }

  /** Splits that fall silent. */
  static Traffic silent(List<List<? extends Entry>> splits) {
    return of(splits, false, Integer.MAX_VALUE);
  }

  /** Splits that end, though only after a failure of the job behind a checkpoint. */
  static Traffic failing(List<List<? extends Entry>> splits, int failsAt) {
    return of(splits, true, failsAt);
  }

  boolean hasFailed() {
    return FAILED.get(id).isDone();
  }

  @Override
  public List<List<? extends Entry>> splits() {
    return SPLITS.get(id);
  }

  @Override
  public CompletableFuture<Void> mayRead(int split, int position) {
    return position < failsAt ? NOW : FAILED.get(id);
  }

  /** The first checkpoint with half of a split in it is followed by the failure. */
  @Override
  public void checkpointed(int split, int position) {
    if (position * 2L >= failsAt && FAILED.get(id).complete(null)) {
      throw new IllegalStateException("a failure as planned");
    }
  }
}
