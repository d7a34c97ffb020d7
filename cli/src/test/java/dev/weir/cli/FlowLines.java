package dev.weir.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Log lines for tests: quiet hosts, and loud ones on demand. */
public final class FlowLines {

  /** When the lines begin. */
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private FlowLines() {}

  /** Hosts that do a little every minute, in the order of their times. */
  public static List<String> quiet(int hosts, int minutes) {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      for (int second = 0; second < 60; second += 60 / Math.min(hosts, 60)) {
        int host = random.nextInt(hosts);
        lines.add(
            flow(
                "10.0.0." + host,
                minute * 60L + second,
                random.nextInt(3) == 0 ? 53 : 443,
                100 + random.nextInt(5000)));
      }
    }
    return lines;
  }

  /** A host that tries every port within a minute. */
  public static List<String> scan(String source, int minute) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add(flow(source, minute * 60L + i * 59 / 500, 1000 + i, 0));
    }
    return lines;
  }

  /** One flow as JSON. */
  public static String flow(String source, long second, int port, int bytes) {
    Instant start = START.plusSeconds(second);
    return String.format(
        "{\"creation_time\":\"%s\",\"end_time\":\"%s\",\"src_ip\":\"%s\",\"dst_ip\":\"192.0.2.%d\","
            + "\"dst_port\":%d,\"protocol\":\"TCP\",\"bytes_in\":%d,\"bytes_out\":%d,"
            + "\"packets\":%d}",
        start, start.plusMillis(400), source, port % 200, port, bytes, 3 * bytes, 1 + bytes / 1000);
  }

  /** Writes lines to a file. */
  public static Path write(Path file, List<String> lines) throws IOException {
    return Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /** A model trained on quiet hosts. */
  public static Path model(Path folder, String... options) throws IOException {
    Path history = write(folder.resolve("history.json"), quiet(20, 120));
    Path model = folder.resolve("model.json");
    List<Object> arguments = new ArrayList<>(List.of("train", "--input", history));
    arguments.addAll(List.of("--format", "json", "--output", model));
    arguments.addAll(List.of(options));
    Invocation trained = Invocation.of(arguments.toArray());
    if (trained.exit() != 0) {
      throw new IllegalStateException(trained.err());
    }
    return model;
  }
}
