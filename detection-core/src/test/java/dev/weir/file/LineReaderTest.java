package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.MessageGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static List<String> lines(String content) throws IOException {
    return lines(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> lines(InputStream in) throws IOException {
    LineReader reader = new LineReader(in);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(
          new String(reader.buffer(), reader.offset(), reader.length(), StandardCharsets.UTF_8));
    }
    return lines;
  }

  @Test
  void linesEndWithNewlinesCarriageReturnsOrTheFile() throws IOException {
    assertThat(lines("a\nb\r\n\n\r\nc\rd\n e ")).containsExactly("a", "b", "", "", "c\rd", " e ");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("a\r")).containsExactly("a");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
    assertThat(lines("\uFEFF")).containsExactly("");
  }

  @Property(tries = 300)
  void linesOfAnyLengthComeWholeHoweverTheStreamIsCut(
      @ForAll List<@IntRange(max = 200_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 70_000) int readSize)
      throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder content = new StringBuilder();
    for (int length : lengths.subList(0, Math.min(8, lengths.size()))) {
      expected.add("x".repeat(length));
      content.append("x".repeat(length)).append(length % 2 == 0 ? "\n" : "\r\n");
    }
    byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);

    assertThat(lines(new SmallReads(bytes, readSize))).isEqualTo(expected);
  }

  @Test
  void ofALineThatIsTooLongTheBeginningIsKeptAndTheLengthCounted() throws IOException {
    int max = MessageGate.MAX_LENGTH;
    String content =
        "a".repeat(max) + "\r\n" + "b".repeat(max + 1) + "\n" + "c".repeat(9_000_000) + "\nd";
    LineReader reader =
        new LineReader(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));

    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isFalse();
    assertThat(reader.length()).isEqualTo(max);
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isTrue();
    assertThat(reader.fullLength()).isEqualTo(max + 1);
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isTrue();
    assertThat(reader.fullLength()).isEqualTo(9_000_000);
    assertThat(reader.length()).isEqualTo(max);
    assertThat(reader.buffer()[reader.offset() + max - 1]).isEqualTo((byte) 'c');
    assertThat(reader.buffer().length).isLessThan(2 * max);
    assertThat(reader.next()).isTrue();
    assertThat(reader.length()).isEqualTo(1);
    assertThat(reader.next()).isFalse();
  }

  /** Gives no more than so many bytes at once. */
  private static final class SmallReads extends ByteArrayInputStream {
    private final int max;

    SmallReads(byte[] bytes, int max) {
      super(bytes);
      this.max = max;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, max));
    }
  }
}
