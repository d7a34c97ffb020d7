package dev.weir.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/formats.md shows of weir decode is what it prints. */
class DocumentedDecodingTest {

  @TempDir private Path folder;

  @Test
  void entriesOfAFlowLog() throws IOException {
    String flow =
        "2 123456789012 eni-0a1b 198.51.100.7 10.1.0.5 443 50123 6 9 8800 1754006400 1754006460"
            + " ACCEPT OK";
    Path log = folder.resolve("flows.log");
    Files.write(log, List.of(flow, flow.replace("198.51.100.7", "example.org")));

    assertThat(CodeBlocks.fenced(Pages.read("docs/formats.md"), "json"))
        .contains(Invocation.of("decode", "--format=vpc-flow-log", "--input", log).out());
  }
}
