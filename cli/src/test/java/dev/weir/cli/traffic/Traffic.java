package dev.weir.cli.traffic;

import dev.weir.decode.LogFormat;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Traffic for tests. */
final class Traffic {
  static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  static final Instant MONDAY_TEN = Instant.parse("2026-03-02T10:00:00Z");

  private Traffic() {}

  static TrafficOptions hours(long seed, Instant start, int hours) {
    return TrafficOptions.of(seed, start, Duration.ofHours(hours));
  }

  static List<TrafficFlow> flows(TrafficOptions options) {
    List<TrafficFlow> flows = new ArrayList<>();
    new TrafficGenerator(options).forEachRemaining(flows::add);
    return flows;
  }

  /** The whole log as a file would hold it. */
  static byte[] file(TrafficOptions options, LogFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TrafficLog(options, format)
        .forEachRemaining(
            line -> {
              bytes.writeBytes(line.bytes());
              bytes.write('\n');
            });
    return bytes.toByteArray();
  }
}
