package dev.weir.file;

import static dev.weir.decode.Envelopes.data;
import static dev.weir.decode.Envelopes.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.Gaps;
import dev.weir.decode.LogOptions;
import dev.weir.decode.Logs;
import dev.weir.flow.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileGatesTest {

  private static final String SKIPPED =
      "2 123456789012 eni-1 - - - - - - - 1431280800 1431280860 - SKIPDATA";

  @TempDir private Path folder;

  @Test
  void aGapOfAnEventComesThroughAllGates() throws IOException {
    Path file = folder.resolve("envelopes.json");
    Files.writeString(file, data(event("1", SKIPPED)));

    Gaps gaps = read(file, 1_431_280_860_000L);

    assertThat(gaps.all()).extracting(Gap::end).containsExactly(1_431_280_860_000L);
    assertThat(gaps.ignored()).isZero();
  }

  @Test
  void oneOfTheFutureIsIgnoredLikeAnyOther() throws IOException {
    Path file = folder.resolve("envelopes.json");
    Files.writeString(file, data(event("1", SKIPPED)));

    Gaps gaps = read(file, 1_431_280_859_999L);

    assertThat(gaps.all()).isEmpty();
    assertThat(gaps.ignored()).isEqualTo(1);
  }

  private static Gaps read(Path path, long latest) {
    LogOptions options = Logs.options("--format", "cloudwatch");
    Gaps gaps = new Gaps();
    try (LogFile file = LogFile.open(path, options)) {
      while (file.decodeNext(FileGates.of(file, latest, gaps))) {
        // Takes all.
      }
    }
    return gaps;
  }
}
