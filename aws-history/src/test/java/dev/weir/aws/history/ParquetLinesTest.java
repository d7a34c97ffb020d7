package dev.weir.aws.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import blue.strategic.parquet.ParquetWriter;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLinesTest {

  /** As AWS writes flow logs in Parquet. */
  private static final MessageType FLOWS =
      MessageTypeParser.parseMessageType(
          "message flow { optional int32 version; optional binary account_id (STRING);"
              + " optional binary srcaddr (STRING); optional int32 dstport; optional int64 bytes;"
              + " optional int64 start; optional binary log_status (STRING); }");

  @TempDir private Path folder;

  private record Flow(String source, Integer port, Long bytes) {}

  @Test
  void recordsBecomeLinesBehindTheNamesOfTheirFields() throws IOException {
    Path file = write(new Flow("10.0.0.1", 443, 5_000_000_000L), new Flow(null, null, null));

    ParquetLines.unpack(file, "key");

    assertThat(lines())
        .containsExactly(
            "version account-id srcaddr dstport bytes start log-status",
            "2 123456789012 10.0.0.1 443 5000000000 1669842701 OK",
            "2 123456789012 - - - 1669842701 OK");
  }

  @Test
  void thousandsOfRecordsKeepTheirOrder() throws IOException {
    Flow[] flows = new Flow[50_000];
    Arrays.setAll(flows, i -> new Flow("10.0.0." + i % 250, i, (long) i));

    ParquetLines.unpack(write(flows), "key");

    assertThat(lines()).hasSize(50_001).last().asString().contains(" 49999 49999 ");
  }

  @Test
  void whatIsNoParquetStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("flows.log"), "2 123456789012 …");

    ParquetLines.unpack(file, "key");

    assertThat(file).hasContent("2 123456789012 …");
    ParquetLines.unpack(Files.createFile(folder.resolve("empty")), "key");
    assertThat(folder.resolve("empty")).isEmptyFile();
  }

  @Test
  void damagedParquetIsNamed() throws IOException {
    Path file = write(new Flow("10.0.0.1", 443, 5L));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> ParquetLines.unpack(file, "AWSLogs/flows.parquet"))
        .withMessageStartingWith("object 'AWSLogs/flows.parquet' is damaged");
  }

  @Test
  void aBlankInAValueDoesNotBecomeTwoValues() throws IOException {
    ParquetLines.unpack(write(new Flow("a b", 1, 1L)), "key");

    assertThat(lines()).last().asString().contains(" a_b 1 1 ");
  }

  private Path write(Flow... flows) throws IOException {
    Path file = folder.resolve("flows.parquet");
    try (ParquetWriter<Flow> writer =
        ParquetWriter.writeFile(
            FLOWS,
            file.toFile(),
            (flow, values) -> {
              values.write("version", 2);
              values.write("account_id", "123456789012");
              if (flow.source() != null) {
                values.write("srcaddr", flow.source());
                values.write("dstport", flow.port());
                values.write("bytes", flow.bytes());
              }
              values.write("start", 1_669_842_701L);
              values.write("log_status", "OK");
            })) {
      for (Flow flow : flows) {
        writer.write(flow);
      }
    }
    return file;
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      try (InputStream in = new GZIPInputStream(Files.newInputStream(all.get(0)))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }
  }
}
