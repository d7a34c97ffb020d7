package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.network.NetworkOptions;
import dev.weir.network.Vantage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What records of skipped data tell of the times that nothing was seen. */
class VpcGapsTest {
  @TempDir private Path folder;
  private final VpcFlowLogDecoder decoder = new VpcFlowLogDecoder(VpcFormat.DEFAULT, new Vantage());

  @Test
  void skippedDataTellsWhenAndWhereNothingWasSeen() {
    String line = "2 123456789012 eni-1 - - - - - - - 1431280876 1431280934 - SKIPDATA";

    assertThat(gaps(new Vantage(), line))
        .containsExactly(
            new Gap("123456789012", List.of(), 1_431_280_876_000L, 1_431_280_934_000L));
    assertThat(gaps(new Vantage(), line.replace(" - SKIPDATA", " MAYBE skipdata"))).hasSize(1);
  }

  @Test
  void ofADescribedInterfaceItTellsTheAddresses() throws IOException {
    Path description = folder.resolve("network.yaml");
    Files.writeString(
        description, "interfaces:\n  eni-1: [10.0.0.9, fd00::9]\n  eni-2: [10.0.0.3]\n");
    NetworkOptions options = NetworkOptions.ofFile(description);
    Vantage vantage = new Vantage(options.network(), options.settings());

    assertThat(gaps(vantage, "2 1 eni-1 - - - - - - - 1431280876 1431280934 - SKIPDATA"))
        .extracting(Gap::addresses)
        .containsExactly(List.of("10.0.0.9", "fd00::9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 1 eni - - - - - - - - 1431280934 - SKIPDATA",
        "2 1 eni - - - - - - - 1431280934 1431280934 - SKIPDATA",
        "2 1 eni - - - - - - - 1431280934 1431280876 - SKIPDATA",
        "2 1 eni - - - - - - - x 1e3 - SKIPDATA",
        "2 1 eni - - - - - - - 1431280876 1431280934 - NODATA"
      })
  void whatIsNoTimeIsNoGap(String line) {
    assertThat(gaps(new Vantage(), line)).isEmpty();
    assertThat(Entries.of(decoder, line)).isInstanceOf(Ignored.class);
  }

  private static List<Gap> gaps(Vantage vantage, String line) {
    byte[] message = line.getBytes(StandardCharsets.UTF_8);
    Gaps gaps = new Gaps();
    new VpcFlowLogDecoder(VpcFormat.DEFAULT, vantage).decode(message, 0, message.length, gaps);
    return gaps.all();
  }
}
