package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.weir.alert.Alert;
import dev.weir.alert.Status;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Kind;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.source.FlowWatermarks;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flood whose sources are all made up: {@code -Dweir.spoofed=1000000} for as many of them within
 * a minute. Leaves figures in {@code target/spoofed-sources.txt}. One subtask: keepers of union
 * state take no checkpoint beside a reader that has ended.
 */
class SpoofedSourcesITCase {

  private static final int SPOOFED = Integer.getInteger("weir.spoofed", 50_000);
  private static final long MINUTE = 60_000;
  private static final int AFTER = 10;
  private static final Path FIGURES = Path.of("target/spoofed-sources.txt");

  @TempDir private Path folder;

  @Test
  void areOneIncidentOfTheirTargetWhateverTheirNumber() throws Exception {
    Flood flood = Flood.checkpointedIn(folder);
    Run run =
        Run.of(
                flood,
                FlowWatermarks.ofFiles(0),
                SmallModel.shipped(WindowSpec.tumbling(MINUTE)),
                1,
                new Configuration(),
                true)
            .checkpointed(folder);

    Accounting accounting = run.execute();

    List<Alert> alerts = run.alerts().content();
    assertThat(accounting.addsUp()).isTrue();
    assertThat(accounting.windowed()).isEqualTo(SPOOFED + AFTER);
    assertThat(accounting.incidents().opened()).isEqualTo(1);
    assertThat(alerts)
        .hasSizeLessThan(12)
        .allSatisfy(
            alert -> {
              assertThat(alert.incident().key().kind()).isEqualTo(Kind.TARGET);
              assertThat(alert.incident().finding()).isEqualTo("flood");
            })
        .last()
        .satisfies(alert -> assertThat(alert.status()).isEqualTo(Status.CLOSE));
    Alert closing = alerts.get(alerts.size() - 1);
    assertThat(closing.incident().sources()).isCloseTo(SPOOFED, withinPercentage(5));
    assertThat(bytes(closing)).isLessThan(16_384);

    Files.write(
        FIGURES,
        List.of(
            "spoofed sources: " + SPOOFED,
            "sources told: " + closing.incident().sources(),
            "incidents: " + accounting.incidents().opened(),
            "alerts: " + alerts.size(),
            "bytes of the incident's state: " + bytes(closing),
            "bytes of the checkpoint while the window fills: " + flood.checkpoint(0),
            "bytes of the checkpoint after it: " + flood.checkpoint(1),
            "peak of the heap in bytes, at most: " + peakOfHeap()));
  }

  private static long bytes(Alert alert) throws IOException {
    DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
    alert.incident().write(out);
    return out.size();
  }

  /** The sum of what the pools held at most, not all of it at the same time. */
  private static long peakOfHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /**
   * A SYN from each source, all within a minute, and a little of somebody else's after it; read on
   * only once a checkpoint holds the flood, and another the time after it.
   */
  private record Flood(String checkpoints) implements ListSource.Script {

    private static final long serialVersionUID = 1L;
    private static final Map<String, List<CompletableFuture<Long>>> SIZES =
        new ConcurrentHashMap<>();
    private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

    static Flood checkpointedIn(Path folder) {
      Flood flood = new Flood(folder.toString());
      SIZES.put(flood.checkpoints, List.of(new CompletableFuture<>(), new CompletableFuture<>()));
      return flood;
    }

    @Override
    public List<List<? extends Entry>> splits() {
      return List.of(
          new AbstractList<FlowRecord>() {
            @Override
            public FlowRecord get(int i) {
              return i < SPOOFED ? spoofed(i) : Flows.at("10.0.0.7", (2 + i - SPOOFED) * MINUTE);
            }

            @Override
            public int size() {
              return SPOOFED + AFTER;
            }
          });
    }

    private static FlowRecord spoofed(int i) {
      long time = MINUTE + (long) i * MINUTE / SPOOFED;
      // An odd factor: as many addresses as there are numbers.
      int address = i * 0x9E3779B1;
      return FlowRecord.builder()
          .srcIp(
              (11 + (address >>> 24) % 100)
                  + "."
                  + (address >>> 16 & 0xFF)
                  + "."
                  + (address >>> 8 & 0xFF)
                  + "."
                  + (address & 0xFF))
          .dstIp("198.51.100.10")
          .dstPort(443)
          .protocol(6)
          .tcpFlags(2)
          .bytesIn(60)
          .bytesOut(0)
          .start(time)
          .end(time + 1)
          .build();
    }

    @Override
    public CompletableFuture<Void> mayRead(int split, int position) {
      if (position < SPOOFED) {
        return NOW;
      }
      int wanted = position < SPOOFED + AFTER - 1 ? 0 : 1;
      return SIZES.get(checkpoints).get(wanted).thenApply(size -> null);
    }

    @Override
    public boolean ends() {
      return true;
    }

    @Override
    public void checkpointed(int split, int position) {
      if (position >= SPOOFED) {
        SIZES.get(checkpoints).get(position < SPOOFED + AFTER - 1 ? 0 : 1).complete(size());
      }
    }

    private long size() {
      try (Stream<Path> files = Files.walk(Path.of(checkpoints))) {
        return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    long checkpoint(int which) {
      return SIZES.get(checkpoints).get(which).join();
    }
  }
}
