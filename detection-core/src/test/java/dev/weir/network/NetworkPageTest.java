package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.AddressBits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of docs/network.md is a description that is understood. */
class NetworkPageTest {

  private static final String FENCE = "```";

  @Test
  void theExampleIsRead() throws IOException {
    String page = Files.readString(Path.of("../docs/network.md"));
    int from = page.indexOf(FENCE + "yaml") + FENCE.length() + "yaml".length();

    Network network =
        NetworkFile.parse("docs/network.md", page.substring(from, page.indexOf(FENCE, from)));

    AddressBits bits = new AddressBits();
    assertThat(bits.read("2001:db8:7::5")).isTrue();
    assertThat(network.isInternal(bits)).isTrue();
    assertThat(network.addressesOf("eni-0e4f5a6b")).contains("2001:db8:7::5");
    assertThat(network.scanners()).hasSize(2);
  }
}
