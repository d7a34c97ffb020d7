package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The same over the real protocol: a stream of an emulator is split, merged and resized. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class KinesisLocalITCase {

  private static Emulator emulator;

  @TempDir private Path folder;
  private EmulatedStream stream;
  private Load load;
  private CountingJob job;

  @BeforeAll
  static void startEmulator() throws IOException {
    emulator = Emulator.start();
  }

  @AfterAll
  static void stopEmulator() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void start() {
    stream = emulator.stream(2);
    load = new Load(stream);
    job = new CountingJob(stream.arn(), stream.open(), folder);
  }

  @AfterEach
  void stop() throws Exception {
    job.cancel();
  }

  @Test
  void aStreamIsSplitMergedAndResizedUnderLoadWhileTheJobFailsTwice() throws Exception {
    job.start(2, null);
    load.round();
    stream.split(stream.openShards().get(0));
    failUnderLoad();
    List<String> open = stream.openShards();
    stream.merge(open.get(1), open.get(2));
    load.round();
    assertThat(stream.openShards()).hasSize(2);
    stream.resize(4);
    failUnderLoad();
    awaitRead();

    load.assertCounted(job, job.finish());
  }

  @Test
  void savepointsGoOnWithParallelismOneTwoAndOne() throws Exception {
    job.start(1, null);
    awaitRead();
    String one = job.stop();
    stream.split(stream.openShards().get(0));
    load.round();
    job.start(2, one);
    awaitRead();
    String two = job.stop();
    List<String> open = stream.openShards();
    stream.merge(open.get(1), open.get(2));
    load.round();
    job.start(1, two);
    awaitRead();

    load.assertCounted(job, job.finish());
  }

  private void failUnderLoad() {
    job.fail();
    load.until(job::hasFailed);
    load.round();
  }

  private void awaitRead() {
    load.round();
    emulator.await(() -> job.hasRead(load) || job.hasEnded());
    assertThat(job.hasEnded()).as("the job has ended").isFalse();
  }
}
