package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.decode.Entries;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private static final String LINE =
      "2 1 eni 10.0.0.1 10.0.0.2 50000 443 6 1 1 1431280876 1431280934 ACCEPT OK\n";

  @TempDir private Path folder;
  private Path file;
  private final Entries entries = new Entries();

  @BeforeEach
  void nameFile() {
    file = folder.resolve("flows.log");
  }

  private void decodeAll(LogFormat format) {
    try (LogFile log = LogFile.open(file, LogOptions.of(format))) {
      while (log.decodeNext(entries)) {
        assertThat(entries.all()).hasSize((int) log.line());
      }
      assertThat(log.bytesRead()).isEqualTo(log.size());
    }
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  @Test
  void everyLineIsAnEntry() throws IOException {
    Files.writeString(file, LINE + "\r\n" + "oops\n" + LINE.strip());

    decodeAll(LogFormat.VPC_FLOW_LOG);

    assertThat(entries.all()).hasSize(4);
    assertThat(entries.all().get(0)).isEqualTo(entries.all().get(3));
    assertThat(entries.all().get(1)).isEqualTo(Ignored.EMPTY_LINE);
    assertThat(entries.all().get(2)).isInstanceOf(DeadLetter.class);
  }

  @Test
  void theCurrentLineIsKnownByNumberOriginAndBytes() throws IOException {
    Files.writeString(file, "first\r\nsecond\n");
    try (LogFile log = LogFile.open(file, LogOptions.of(LogFormat.JSON))) {
      assertThat(log.path()).isEqualTo(file);
      assertThat(log.line()).isZero();
      assertThat(log.size()).isEqualTo(14);
      log.decodeNext(entries);
      log.decodeNext(entries);
      assertThat(log.line()).isEqualTo(2);
      assertThat(log.origin()).isEqualTo(file + ":2");
      assertThat(new String(log.buffer(), log.offset(), log.length(), StandardCharsets.UTF_8))
          .isEqualTo("second");
      assertThat(log.decodeNext(entries)).isFalse();
      assertThat(log.decodeNext(entries)).isFalse();
      assertThat(log.line()).isEqualTo(2);
    }
  }

  @Test
  void anEmptyFileHasNoEntries() throws IOException {
    Files.writeString(file, "");
    for (LogFormat format : LogFormat.values()) {
      decodeAll(format);
    }
    assertThat(entries.all()).isEmpty();
  }

  @Test
  void gzipIsKnownByItsFirstBytesAndMayHaveSeveralMembers() throws IOException {
    Files.write(file, join(gzip(LINE + LINE.substring(0, 20)), gzip(""), gzip(LINE.substring(20))));

    decodeAll(LogFormat.VPC_FLOW_LOG);

    assertThat(entries.all()).hasSize(2).allMatch(FlowRecord.class::isInstance);
  }

  @Test
  void manyGzipMembersAreReadToTheLast() throws IOException {
    byte[] member = gzip(LINE.repeat(500));
    byte[][] members = new byte[300][];
    Arrays.fill(members, member);
    Files.write(file, join(members));

    decodeAll(LogFormat.VPC_FLOW_LOG);

    assertThat(entries.all()).hasSize(150_000);
  }

  @Test
  void aDamagedGzipFileIsTheUsersToMend() throws IOException {
    byte[] packed = gzip(LINE.repeat(10_000));
    byte[] flipped = packed.clone();
    flipped[packed.length / 2] ^= 0x55;
    byte[] wrongSum = packed.clone();
    wrongSum[packed.length - 6] ^= 1;
    byte[] headOnly = Arrays.copyOf(packed, 5);
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    byte[] tail = join(packed, "more".getBytes(StandardCharsets.UTF_8));
    byte[] longTail = join(packed, LINE.repeat(10).getBytes(StandardCharsets.UTF_8));
    for (byte[] damaged : new byte[][] {flipped, wrongSum, headOnly, cut, tail, longTail}) {
      Files.write(file, damaged);
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> decodeAll(LogFormat.VPC_FLOW_LOG))
          .withMessageStartingWith(file + " is a damaged gzip file (")
          .withMessageEndingWith("): fetch or pack it again");
      entries.all().clear();
    }
  }

  @Test
  void aLineBeyondTheLimitIsOneDeadLetterAndTheNextIsRead() throws IOException {
    Files.writeString(file, "x".repeat(3_000_000) + "\n" + LINE);

    decodeAll(LogFormat.VPC_FLOW_LOG);

    assertThat(entries.all()).hasSize(2);
    assertThat(entries.all().get(0))
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> {
              assertThat(letter.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
              assertThat(letter.detail()).contains("3000000");
              assertThat(letter.truncated()).isTrue();
            });
    assertThat(entries.all().get(1)).isInstanceOf(FlowRecord.class);
  }

  @Test
  void aCsvFileIsReadByTheHeaderOfItsOwn() throws IOException {
    Files.writeString(
        file, "\uFEFF\r\ntime,src_ip,x\r\n1714086000,1.2.3.4,\r\n\r\n1714086000,::1,y");

    decodeAll(LogFormat.CSV);

    assertThat(entries.all()).hasSize(5);
    assertThat(entries.all().get(0)).isEqualTo(Ignored.EMPTY_LINE);
    assertThat(entries.all().get(1)).isEqualTo(Ignored.HEADER);
    assertThat(entries.all().get(2)).isInstanceOf(FlowRecord.class);
    assertThat(entries.all().get(3)).isEqualTo(Ignored.EMPTY_LINE);
    assertThat(entries.all().get(4)).isInstanceOf(FlowRecord.class);
  }

  @Test
  void aCsvFileWithoutAUsableHeaderIsTheUsersToMend() throws IOException {
    Files.writeString(file, "time,source\n1714086000,1.2.3.4\n");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> decodeAll(LogFormat.CSV))
        .withMessageStartingWith(file + " has no CSV column src_ip: ");

    Files.writeString(file, "x".repeat(3_000_000));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> decodeAll(LogFormat.CSV))
        .withMessageStartingWith(file + " begins with a line too long for a header: ");
  }

  @Test
  void aFileThatIsGoneIsTheUsersToMend() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> decodeAll(LogFormat.JSON))
        .withMessage(file + " does not exist: check the path");
  }
}
