package dev.weir.kafka.history;

import dev.weir.command.Progress;
import dev.weir.file.LineEncoding;
import dev.weir.file.RemoteLogs;
import dev.weir.file.TimeRange;
import dev.weir.flow.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Messages of a topic: {@code kafka://host:port/topic}. They become a file of messages in about the
 * order in which they were sent, so that both passes over a history see the same.
 */
public final class TopicLogs implements RemoteLogs {

  private static final int BUFFER = 1 << 16;
  private static final byte[] TOMBSTONE = {};

  /** For the service loader. */
  public TopicLogs() {}

  @Override
  public String scheme() {
    return "kafka";
  }

  @Override
  public void fetch(String address, TimeRange times, Path folder) throws IOException {
    TopicAddress topic = TopicAddress.parse(address);
    try (TopicMessages messages = TopicMessages.open(topic, times);
        OutputStream out = compressed(folder.resolve(topic.topic() + LineEncoding.MESSAGES));
        Progress progress = Progress.of("fetch", messages.atMost(), " messages")) {
      long written = 0;
      for (byte[] message = messages.next(); message != null; message = messages.next()) {
        out.write(Base64.getEncoder().encode(message));
        out.write('\n');
        progress.to(++written);
      }
      if (written == 0) {
        throw new UserException(
            address
                + " has no messages"
                + (times.isAll() ? "" : " of that time")
                + "; check the topic, its retention, --from and --to");
      }
    }
  }

  /** What is there for as long as a training takes should be written fast, not small. */
  private static OutputStream compressed(Path file) throws IOException {
    OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(file), BUFFER) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        };
    return new BufferedOutputStream(packed, BUFFER);
  }

  /** A message without a value is an empty line, which is counted as that. */
  static byte[] content(byte[] value) {
    return value == null ? TOMBSTONE : value;
  }
}
