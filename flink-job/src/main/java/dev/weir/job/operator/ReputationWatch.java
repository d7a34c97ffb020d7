package dev.weir.job.operator;

import dev.weir.finding.Reputation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Known-bad networks as a file lists them, read again when it changes: its time, size or identity,
 * looked at now and then by a thread of its own. A file that is gone or not understood changes
 * nothing; that is logged and counted once for each such state of the file.
 */
final class ReputationWatch implements AutoCloseable {

  /** Lists change by the hour; a look costs one system call. */
  private static final long LOOK_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(ReputationWatch.class);

  private final Path file;
  private final Counter reloads;
  private final Counter failures;
  private final ScheduledExecutorService looking;
  private volatile Reputation current;

  /** Of the thread that looks; at first like no file. */
  private State seen = new State(FileTime.fromMillis(0), -1, null);

  /** What changes with a file; null stands for a file that is not there. */
  private record State(FileTime modified, long size, Object identity) {

    static State of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new State(found.lastModifiedTime(), found.size(), found.fileKey());
      } catch (IOException e) {
        // Whatever it is, reading the file will say it better.
        return null;
      }
    }
  }

  /**
   * Looks at nothing yet.
   *
   * @param known what counts until the file tells otherwise
   */
  ReputationWatch(Path file, Reputation known, MetricGroup metrics) {
    this.file = file;
    this.current = known;
    reloads = metrics.counter(Metric.REPUTATION_RELOADS.id());
    failures = metrics.counter(Metric.REPUTATION_FAILURES.id());
    metrics.gauge(Metric.REPUTATION_NETWORKS.id(), () -> current.size());
    looking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "watch of " + file.getFileName());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Reads the file now, and then whenever it has changed. */
  @SuppressWarnings("FutureReturnValueIgnored") // A look throws nothing that anybody could await.
  void start() {
    look();
    looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** The list that counts now; cheap to ask. */
  Reputation current() {
    return current;
  }

  /** Reads the file if it has changed since the last look; whatever goes wrong, looks again. */
  void look() {
    State now = State.of(file);
    if (Objects.equals(now, seen)) {
      return;
    }
    // Taken before the content: what is written meanwhile is read with the next look.
    seen = now;
    try {
      current = Reputation.read(file);
      reloads.inc();
      LOG.info("{}: {} known-bad networks", file, current.size());
    } catch (RuntimeException e) {
      failures.inc();
      LOG.warn("still {} known-bad networks, since {}", current.size(), e.getMessage());
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
