package dev.weir.bench.micro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Messages of made-up traffic, the same on every run. */
final class Messages {
  private static final long SEED = 4;

  private Messages() {}

  /** So many messages of one flow each, as a format writes it. */
  static byte[][] of(int count, Function<SampleFlow, String> format) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[][] messages = new byte[count][];
    for (int i = 0; i < count; i++) {
      messages[i] = format.apply(SampleFlow.draw(random)).getBytes(StandardCharsets.UTF_8);
    }
    return messages;
  }

  /** The same lines in the envelopes of a CloudWatch Logs subscription, so many in each. */
  static byte[][] enveloped(byte[][] lines, int each) {
    byte[][] envelopes = new byte[lines.length / each][];
    for (int i = 0; i < envelopes.length; i++) {
      StringBuilder json =
          new StringBuilder(
              "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"vpc\","
                  + "\"logStream\":\"eni-1-all\",\"subscriptionFilters\":[\"all\"],"
                  + "\"logEvents\":[");
      for (int j = 0; j < each; j++) {
        String line = new String(lines[i * each + j], StandardCharsets.UTF_8);
        json.append(j == 0 ? "" : ",")
            .append("{\"id\":\"%056d\",\"timestamp\":1714086000000".formatted(i * each + j))
            .append(",\"message\":\"")
            .append(line)
            .append("\"}");
      }
      envelopes[i] = gzip(json.append("]}").toString());
    }
    return envelopes;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
