package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The protocol, as an emulator speaks it, keeps to what is relied on. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class EmulatedStreamITCase implements StreamContract {

  private static Emulator emulator;

  @BeforeAll
  static void start() throws IOException {
    emulator = Emulator.start();
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @Override
  public StreamUnderTest stream(int shards) {
    return emulator.stream(shards);
  }

  @Test
  void moreShardsThanAPageHoldsAreListedPageByPage() {
    EmulatedStream wide = emulator.stream(60);
    wide.resize(120);
    try (KinesisStream stream = wide.open().connect()) {
      assertThat(stream.shards()).hasSizeGreaterThan(100).extracting(Shard::id).isSorted();
    }
  }

  @Test
  void aFirstLookFindsTheStreamAsItIs() {
    EmulatedStream some = emulator.stream(2);
    try (KinesisStream stream = some.open().connect()) {
      StreamCheck found = StreamCheck.of(some.arn(), stream);

      assertThat(found.shards()).isEqualTo(2);
      assertThat(found.time())
          .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
    }
  }

  @Test
  void aStreamThatIsNotThereIsNamed() {
    StreamArn arn = StreamArn.parse("arn:aws:kinesis:us-east-1:000000000000:stream/nowhere");
    try (KinesisStream stream = AwsStream.connect(arn, emulator.access(), AwsAccess.Retries.NONE)) {
      assertThatThrownBy(() -> StreamCheck.of(arn, stream))
          .hasMessage(
              "stream 'nowhere' in us-east-1, account 000000000000, does not exist there; correct"
                  + " --kinesis.stream, or create it");
    }
  }
}
