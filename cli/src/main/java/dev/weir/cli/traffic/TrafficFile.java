package dev.weir.cli.traffic;

import dev.weir.command.Progress;
import dev.weir.decode.LogFormat;
import dev.weir.output.NewLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Generated traffic as a file. */
public final class TrafficFile {

  private static final long SHOWN_EVERY = 4096;

  private TrafficFile() {}

  /**
   * Writes the traffic, whole or not at all.
   *
   * @return what was planted in it
   */
  public static List<AttackLabel> write(TrafficOptions options, LogFormat format, Path place)
      throws IOException {
    return write(options, new TrafficLog(options, format), place);
  }

  /** The same of a log that was begun by those options. */
  static List<AttackLabel> write(TrafficOptions options, TrafficLog log, Path place)
      throws IOException {
    try (NewLines file = NewLines.at(place);
        Progress progress = Progress.of("generate", options.length().toMinutes(), " min")) {
      if (log.header().isPresent()) {
        file.line(log.header().get().getBytes(StandardCharsets.US_ASCII));
      }
      for (long count = 0; log.hasNext(); count++) {
        LogLine line = log.next();
        file.line(line.bytes());
        if (count % SHOWN_EVERY == 0) {
          progress.to((line.emitted() - options.startMillis()) / Clock.MINUTE);
        }
      }
      file.finish();
    }
    return log.labels(options.start().plus(options.length()));
  }
}
