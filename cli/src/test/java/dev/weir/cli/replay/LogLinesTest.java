package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {

  private static final String FLOW =
      "2 123456789012 eni-1 10.0.0.1 198.51.100.7 40000 443 6 10 8000 1669842701 1669842702 ACCEPT"
          + " OK";
  private static final String HEADER =
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start"
          + " end action log-status";

  @TempDir private Path folder;

  private List<Line> lines(LogFormat format, String... lines) throws IOException {
    Path file = Files.write(folder.resolve("log"), List.of(lines));
    List<Line> read = new ArrayList<>();
    try (LogLines in = LogLines.open(file, LogOptions.of(format), Long.MAX_VALUE)) {
      for (Line line = in.next(); line != null; line = in.next()) {
        read.add(line);
      }
    }
    return read;
  }

  private static String envelope(String... messages) {
    StringBuilder events = new StringBuilder();
    for (String message : messages) {
      events.append(events.isEmpty() ? "" : ",").append("{\"message\":\"" + message + "\"}");
    }
    return "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[" + events + "]}";
  }

  @Test
  void anEnvelopeIsSentWhereAnyOfItsEventsIsMoreThanAHeader() throws IOException {
    String mixed = envelope(FLOW, HEADER);

    List<Line> read =
        lines(LogFormat.CLOUDWATCH, envelope(HEADER), mixed, envelope("oops", HEADER));

    assertThat(read)
        .extracting(line -> new String(line.bytes(), StandardCharsets.UTF_8))
        .containsExactly(mixed, envelope("oops", HEADER));
    assertThat(read).extracting(Line::isFlow).containsExactly(true, false);
  }

  @Test
  void headersOfFilesAreNotSent() throws IOException {
    assertThat(lines(LogFormat.VPC_FLOW_LOG, HEADER, FLOW, HEADER))
        .singleElement()
        .matches(Line::isFlow);
  }
}
