package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Messages of some keys, put one after the other, and what a job has to have counted of them. */
final class Load {

  private static final int KEYS = 16;
  private static final long PAUSE_NANOS = 20_000_000;

  private final StreamUnderTest stream;
  private final Map<String, Map<Long, Integer>> expected = new TreeMap<>();
  private long next;

  Load(StreamUnderTest stream) {
    this.stream = stream;
  }

  /** Puts one more message of every key. */
  void round() {
    for (int key = 0; key < KEYS; key++) {
      String name = "10.0.0." + key;
      stream.put(name, CountingJob.message(name, next));
      expected.computeIfAbsent(name, k -> new HashMap<>()).put(next, 1);
    }
    next++;
  }

  /** Puts messages until something has happened, and at least some. */
  void until(BooleanSupplier happened) {
    int rounds = 0;
    do {
      round();
      LockSupport.parkNanos(PAUSE_NANOS);
    } while (++rounds < 3 || !happened.getAsBoolean());
  }

  /** The number of each key's newest message. */
  Map<String, Long> newest() {
    Map<String, Long> newest = new HashMap<>();
    expected.keySet().forEach(key -> newest.put(key, next - 1));
    return newest;
  }

  int put() {
    return (int) (next * KEYS);
  }

  /** Every message once, and those of a key in their order. */
  void assertCounted(CountingJob job, Map<String, Map<Long, Integer>> counted) {
    assertThat(counted).isEqualTo(expected);
    assertThat(job.disorder()).isEmpty();
  }
}
