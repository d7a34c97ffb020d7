package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.file.LogFile;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file that the first users have; skipped where the shared data is not at hand. */
class CloudWatchExportTest {

  @Test
  void everyRowIsAFlow() {
    Path file = SharedData.file("cloudwatch-web-attack.csv");
    assumeTrue(Files.exists(file), "skipped: shared/data/cloudwatch-web-attack.csv is missing");
    Entries entries = new Entries();
    try (LogFile log = LogFile.open(file, LogOptions.of(LogFormat.CSV))) {
      while (log.decodeNext(entries)) {
        assertThat(entries.all()).hasSize((int) log.line());
      }
    }

    assertThat(entries.all()).hasSize(283).startsWith(Ignored.HEADER);
    assertThat(entries.all().subList(1, 283))
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .isInstanceOfSatisfying(FlowRecord.class, CloudWatchExportTest::isSound));
    assertThat(entries.all().stream().filter(FlowRecord.class::isInstance))
        .extracting(entry -> ((FlowRecord) entry).srcIp())
        .satisfies(sources -> assertThat(Stream.of(sources.toArray()).distinct()).hasSize(28));
  }

  private static void isSound(FlowRecord flow) {
    assertThat(flow.dstIp()).isEqualTo("10.138.69.97");
    assertThat(flow.dstPort()).isEqualTo(443);
    assertThat(flow.protocol()).isEqualTo(6);
    assertThat(flow.responseCode()).isEqualTo(200);
    assertThat(flow.duration()).isEqualTo(600_000);
    assertThat(flow.bytesIn()).isBetween(40L, 25_207_794L);
    assertThat(flow.bytesOut()).isBetween(44L, 1_561_220L);
    assertThat(flow.packets()).isEqualTo(FlowRecord.ABSENT);
    assertThat(flow.ruleNames()).containsExactly("Suspicious Web Traffic");
  }
}
