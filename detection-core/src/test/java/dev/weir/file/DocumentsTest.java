package dev.weir.file;

import static org.assertj.core.api.Assertions.assertThat;

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

class DocumentsTest {
  private static final String A = "{\"a\":[{},\"}{\\\"\\\\\"]}";
  private static final String B = "{\"b\":{}}";

  private static List<String> cut(String content) throws IOException {
    return cut(content, 1000);
  }

  private static List<String> cut(String content, int readSize) throws IOException {
    InputStream in =
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, readSize));
          }
        };
    LineReader reader = new LineReader(in, new Documents(), 1000);
    List<String> messages = new ArrayList<>();
    while (reader.next()) {
      messages.add(
          new String(reader.buffer(), reader.offset(), reader.length(), StandardCharsets.UTF_8));
    }
    return messages;
  }

  @Test
  void objectsNeedNothingBetweenThem() throws IOException {
    assertThat(cut(A + B + " " + A)).containsExactly(A, B + " ", A);
  }

  @Test
  void aLineIsAMessageAsInOtherFormats() throws IOException {
    assertThat(cut(A + "\r\n" + B + " \n\n7\n" + A)).containsExactly(A, B + " ", "", "7", A);
    assertThat(cut("\uFEFF" + A + "\n" + B)).containsExactly(A, B);
  }

  @Test
  void anObjectMayGoOverSeveralLines() throws IOException {
    String pretty = "{\n  \"a\": {\n  }\n}";

    assertThat(cut(pretty + "\n" + B + pretty)).containsExactly(pretty, B, pretty);
  }

  @Test
  void aBrokenObjectDoesNotSwallowTheLinesThatFollow() throws IOException {
    assertThat(cut("{\"a\":[{\n" + B + "\n{\"a\":\"x\n" + B))
        .containsExactly("{\"a\":[{\n", B, "{\"a\":\"x", B);
  }

  @Test
  void ofAnObjectThatIsTooLongTheBeginningIsKept() throws IOException {
    String large = "{\"a\":\"" + "x".repeat(200_000) + "\"}";
    LineReader reader =
        new LineReader(
            new ByteArrayInputStream((large + B).getBytes(StandardCharsets.UTF_8)),
            new Documents(),
            1000);

    assertThat(reader.next()).isTrue();
    assertThat(reader.isTooLong()).isTrue();
    assertThat(reader.fullLength()).isEqualTo(large.length());
    assertThat(reader.next()).isTrue();
    assertThat(reader.length()).isEqualTo(B.length());
  }

  @Property(tries = 200)
  void howeverTheStreamIsCut(@ForAll @IntRange(min = 1, max = 40) int readSize) throws IOException {
    String content = A + B + "\n{\n\"c\":[\n]}" + A + "\n\n{\"broken\n" + B + "\n";

    assertThat(cut(content, readSize)).isEqualTo(cut(content, 1000));
  }
}
