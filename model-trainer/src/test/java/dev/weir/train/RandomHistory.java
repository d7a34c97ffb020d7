package dev.weir.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;

/** Fifty minutes of thirty sources, a flow of each in every minute; always the same. */
final class RandomHistory {

  static final int SOURCES = 30;
  static final int MINUTES = 50;

  private RandomHistory() {}

  static void write(Path log) throws IOException {
    Random random = new Random(3);
    Files.write(
        log,
        IntStream.range(0, SOURCES * MINUTES)
            .mapToObj(i -> line("10.0.0." + i % SOURCES, i / SOURCES, random))
            .toList());
  }

  private static String line(String source, int minute, Random random) {
    Instant start = Instant.parse("2024-04-25T23:00:00Z").plusSeconds(60L * minute);
    return String.format(
        "{\"src_ip\":\"%s\",\"dst_ip\":\"192.0.2.%d\",\"dst_port\":%d,\"bytes_in\":%d,"
            + "\"bytes_out\":%d,\"creation_time\":\"%s\",\"end_time\":\"%s\"}",
        source,
        random.nextInt(20),
        random.nextInt(10) == 0 ? 22 : 443,
        (long) Math.exp(5 + 2 * random.nextGaussian()),
        random.nextInt(5_000),
        start,
        start.plusSeconds(1 + random.nextInt(50)));
  }
}
