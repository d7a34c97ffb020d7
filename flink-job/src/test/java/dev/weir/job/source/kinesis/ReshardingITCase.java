package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.aws.StreamArn;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Shards come and go while the job fails: every message is counted once, in order. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ReshardingITCase {

  private static final StreamArn ARN =
      StreamArn.parse("arn:aws:kinesis:eu-central-1:123456789012:stream/flows");
  private static final long POLL_NANOS = 5_000_000;

  @TempDir private Path folder;
  private FakeStream stream;
  private Load load;
  private CountingJob job;

  @BeforeEach
  void start() {
    stream = FakeStream.of(2);
    load = new Load(stream);
    job = new CountingJob(ARN, stream.connector(), folder);
  }

  @AfterEach
  void stop() throws Exception {
    job.cancel();
  }

  @Test
  void splitsAndMergesUnderLoadWithFailures() throws Exception {
    job.start(2, null);
    await(() -> job.checkpoints() > 0);
    stream.split(stream.openShards().get(0));
    failUnderLoad();
    List<String> open = stream.openShards();
    stream.merge(open.get(1), open.get(2));
    failUnderLoad();
    stream.split(stream.openShards().get(0));
    stream.split(stream.openShards().get(0));
    failUnderLoad();
    int checkpoints = job.checkpoints();
    load.until(() -> job.checkpoints() > checkpoints + 2);

    awaitRead();

    load.assertCounted(job, job.finish());
  }

  @Test
  void generationsThatPassedWhileTheJobWasDownAreReadInTheirOrder() throws Exception {
    job.start(2, null);
    load.round();
    await(() -> job.read() >= load.put());
    String savepoint = job.stop();
    for (int generation = 0; generation < 3; generation++) {
      load.round();
      stream.openShards().forEach(stream::split);
      load.round();
      List<String> open = stream.openShards();
      stream.merge(open.get(0), open.get(1));
    }
    load.round();

    job.start(2, savepoint);
    awaitRead();

    load.assertCounted(job, job.finish());
  }

  @Test
  void savepointsGoOnWithAnotherParallelism() throws Exception {
    job.start(1, null);
    load.round();
    await(() -> job.read() >= load.put());
    String one = job.stop();
    stream.split(stream.openShards().get(0));
    load.round();
    job.start(2, one);
    awaitRead();
    List<String> open = stream.openShards();
    stream.merge(open.get(1), open.get(2));
    load.round();
    String two = job.stop();
    load.round();
    job.start(1, two);
    awaitRead();

    load.assertCounted(job, job.finish());
  }

  @Test
  void aStreamThatDoesNotNameChildrenIsReadAllTheSame() throws Exception {
    stream.hideChildren();
    job.start(2, null);
    load.round();
    stream.split(stream.openShards().get(0));
    failUnderLoad();
    awaitRead();

    load.assertCounted(job, job.finish());
  }

  @Test
  void connectionsAreClosedWithTheJob() throws Exception {
    job.start(2, null);
    failUnderLoad();
    awaitRead();
    job.finish();

    while (stream.connections() > 0) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    assertThat(stream.connections()).isZero();
  }

  private void failUnderLoad() {
    job.fail();
    load.until(job::hasFailed);
    load.round();
  }

  /** Waits until the job has read the newest message of every key. */
  private void awaitRead() {
    load.round();
    await(() -> job.hasRead(load));
  }

  private void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(job.hasEnded()).as("the job has ended").isFalse();
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
