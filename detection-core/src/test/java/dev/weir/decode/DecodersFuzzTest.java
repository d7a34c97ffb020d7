package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Coverage-guided search for bytes that a decoder does not stand. An ordinary build runs the corpus
 * beside this class; {@code .ci/fuzz} searches on from it, for a fixed time a decoder.
 */
class DecodersFuzzTest {
  private static final FlowLogDecoder JSON = LogOptions.of(LogFormat.JSON).streamDecoder();
  private static final FlowLogDecoder CSV = LogOptions.of(LogFormat.CSV).streamDecoder();
  private static final FlowLogDecoder VPC = LogOptions.of(LogFormat.VPC_FLOW_LOG).streamDecoder();
  private static final List<JsonReaders> READERS = JsonReaders.all();
  private static final FlowLogDecoder CLOUDWATCH = Envelopes.decoder("--cloudwatch.max-size=1MiB");

  @FuzzTest(maxDuration = "10s")
  void json(byte[] message) {
    decodesToOneEntry(JSON, message);
  }

  @FuzzTest(maxDuration = "10s")
  void jsonWithAndWithoutLibrary(byte[] message) {
    READERS.forEach(log -> log.agreeOn(message));
  }

  @FuzzTest(maxDuration = "10s")
  void csv(byte[] message) {
    decodesToOneEntry(CSV, message);
  }

  @FuzzTest(maxDuration = "10s")
  void vpcFlowLog(byte[] message) {
    decodesToOneEntry(VPC, message);
  }

  @FuzzTest(maxDuration = "10s")
  void cloudWatch(byte[] message) {
    Entries entries = new Entries();
    CLOUDWATCH.decode(message, 0, message.length, entries);

    assertThat(entries.all()).isNotEmpty();
    entries.all().forEach(DecodersFuzzTest::canBeWritten);
  }

  @FuzzTest(maxDuration = "10s")
  void cloudWatchPacked(byte[] content) {
    cloudWatch(Envelopes.gzip(content));
  }

  private static void decodesToOneEntry(FlowLogDecoder decoder, byte[] message) {
    Entries entries = new Entries();
    decoder.decode(message, 0, message.length, entries);

    assertThat(entries.all()).hasSize(1);
    canBeWritten(entries.all().get(0));
  }

  private static void canBeWritten(Entry entry) {
    if (entry instanceof DeadLetter letter) {
      assertThat(letter.detail()).isNotBlank();
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(letter.detail())).isTrue();
    }
  }
}
