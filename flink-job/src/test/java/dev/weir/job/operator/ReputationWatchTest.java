package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.finding.Reputation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReputationWatchTest {

  private static final Reputation SUBMITTED =
      Reputation.parse("feed", "192.0.2.0/24 old\n".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path folder;
  private Path file;
  private final Metrics metrics = new Metrics();

  /** Keeps the counters that are asked for. */
  private static final class Metrics extends UnregisteredMetricsGroup {

    private final Map<String, Counter> counters = new HashMap<>();

    @Override
    public Counter counter(String name) {
      return counters.computeIfAbsent(name, super::counter);
    }

    long of(Metric metric) {
      return counters.get(metric.id()).getCount();
    }
  }

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("feed.txt");
    Files.writeString(file, "203.0.113.0/24 botnet\n");
  }

  @Test
  void theFileAsItIsWhereTheTaskRunsTakesThePlaceOfWhatWasSubmitted() {
    try (ReputationWatch watch = new ReputationWatch(file, SUBMITTED, metrics)) {
      assertThat(watch.current()).isSameAs(SUBMITTED);
      watch.start();

      assertThat(watch.current().of("203.0.113.7")).containsExactly("botnet");
      assertThat(watch.current().of("192.0.2.1")).isEmpty();
    }
  }

  @Test
  void aChangedFileIsReadAgainAndAnUnchangedOneIsNot() throws IOException {
    try (ReputationWatch watch = new ReputationWatch(file, SUBMITTED, metrics)) {
      watch.start();
      Reputation before = watch.current();
      watch.look();
      assertThat(watch.current()).isSameAs(before);

      Files.writeString(file, "198.51.100.0/24 miners\n203.0.113.0/24\n");
      watch.look();

      assertThat(watch.current().of("198.51.100.9")).containsExactly("miners");
      assertThat(metrics.of(Metric.REPUTATION_RELOADS)).isEqualTo(2);
    }
  }

  @Test
  void oneOfTheSameSizeIsKnownByItsTime() throws IOException {
    try (ReputationWatch watch = new ReputationWatch(file, SUBMITTED, metrics)) {
      watch.start();
      Files.writeString(file, "198.51.100.0/24 miner");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
      watch.look();

      assertThat(watch.current().of("198.51.100.9")).containsExactly("miner");
    }
  }

  @Test
  void aBrokenFileKeepsTheListBeforeItAndCountsOnce() throws IOException {
    try (ReputationWatch watch = new ReputationWatch(file, SUBMITTED, metrics)) {
      watch.start();
      Files.writeString(file, "203.0.113.0/24 botnet\nnonsense/99 of somebody\n");
      watch.look();
      watch.look();

      assertThat(watch.current().of("203.0.113.7")).containsExactly("botnet");
      assertThat(metrics.of(Metric.REPUTATION_FAILURES)).isEqualTo(1);

      Files.writeString(file, "192.0.2.0/24 mended\n");
      watch.look();
      assertThat(watch.current().of("192.0.2.1")).containsExactly("mended");
    }
  }

  @Test
  void aFileThatIsGoneOrWasNeverThereKeepsTheListBeforeIt() throws IOException {
    try (ReputationWatch watch = new ReputationWatch(file, SUBMITTED, metrics)) {
      watch.start();
      Files.delete(file);
      watch.look();
      watch.look();
      assertThat(watch.current().of("203.0.113.7")).containsExactly("botnet");
      assertThat(metrics.of(Metric.REPUTATION_FAILURES)).isEqualTo(1);
    }
    try (ReputationWatch watch = new ReputationWatch(file, SUBMITTED, metrics)) {
      watch.start();
      assertThat(watch.current()).isSameAs(SUBMITTED);
    }
  }
}
