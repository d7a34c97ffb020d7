package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.weir.decode.Entries;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionTest {

  private static final String LINE =
      "2 1 eni 10.0.0.1 10.0.0.2 50000 443 6 1 1 1431280876 1431280934 ACCEPT OK\n";

  @TempDir private Path folder;

  private int flows(Path file) {
    Entries entries = new Entries();
    try (LogFile log = LogFile.open(file, LogOptions.of(LogFormat.VPC_FLOW_LOG))) {
      while (log.decodeNext(entries)) {
        assertThat(log.bytesRead()).isPositive();
      }
      assertThat(log.bytesRead()).isEqualTo(log.size());
    }
    return entries.all().size();
  }

  private Path write(byte[]... parts) throws IOException {
    Path file = folder.resolve("flows.log");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
    return file;
  }

  private static byte[] zstd(String content) {
    return Zstd.compress(content.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(Path file, String sentence) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> flows(file))
        .withMessageStartingWith(file + " " + sentence);
  }

  @Test
  void zstdIsKnownByItsFirstBytesAndMayHaveSeveralFrames() throws IOException {
    byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 'h', 'i'};

    assertThat(flows(write(zstd(LINE.repeat(3))))).isEqualTo(3);
    assertThat(flows(write(skippable, zstd(LINE + LINE.substring(0, 9)), zstd(LINE.substring(9)))))
        .isEqualTo(2);
  }

  @Test
  void manyZstdLinesAreReadToTheLast() throws IOException {
    assertThat(flows(write(zstd(LINE.repeat(200_000))))).isEqualTo(200_000);
  }

  @Test
  void aDamagedZstdFileIsTheUsersToMend() throws IOException {
    byte[] packed = zstd(LINE.repeat(10_000));

    assertRefused(
        write(Arrays.copyOf(packed, packed.length / 2)),
        "is a damaged zstd file (it breaks off after line ");
    assertRefused(write(packed, "garbage".getBytes(StandardCharsets.UTF_8)), "is a damaged zstd");
    packed[packed.length / 2] ^= 1;
    assertRefused(write(packed), "is a damaged zstd file (");
  }

  @Test
  void whatAsksForTooMuchMemoryToUnpackIsRefused() throws IOException {
    // A window of 2 GB before a block of one byte.
    byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) 0xA8, 9, 0, 0, 'x'};

    assertRefused(write(frame), "is a damaged zstd file (Frame requires too much memory");
  }

  @Test
  void whatUnpacksToFarMoreThanAnyLogIsRefusedBeforeItIsAllRead() throws IOException {
    Path file = folder.resolve("bomb");
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out =
        new ZstdOutputStreamNoFinalizer(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (long written = 0; written <= InflationGuard.HARMLESS; written += zeros.length) {
        out.write(zeros);
      }
    }

    assertRefused(file, "unpacks to more than 500 times its size, as no log does: ");
  }

  @Test
  void aFetchedStreamsLinesAreMessagesAndNoneIsAHeader() throws IOException {
    Path file = folder.resolve("topic" + LineEncoding.MESSAGES);
    String message = "{\"src_ip\":\"10.0.0.1\",\n\"time\":1431280876}";
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Base64.getEncoder().encode(message.getBytes(StandardCharsets.UTF_8)));
      out.write('\n');
    }
    Entries entries = new Entries();

    try (LogFile log = LogFile.open(file, LogOptions.of(LogFormat.JSON))) {
      assertThat(log.decodeNext(entries)).isTrue();
      assertThat(log.message()).asString(StandardCharsets.UTF_8).isEqualTo(message);
      assertThat(log.decodeNext(entries)).isFalse();
    }

    assertThat(entries.all()).hasSize(1);
    assertThat(LogFile.columns(file, LogOptions.of(LogFormat.CSV))).isEmpty();
  }
}
