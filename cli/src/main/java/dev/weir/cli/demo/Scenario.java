package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import dev.weir.cli.traffic.TrafficFile;
import dev.weir.cli.traffic.TrafficOptions;
import dev.weir.command.Progress;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogFile;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.UserException;
import dev.weir.network.NetworkOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a demo trains on and what it replays.
 *
 * @param intro says so
 * @param history files to train on
 * @param window of the model; null for the format's
 * @param live files to replay
 * @param speed times real time
 * @param labels what is planted in the live traffic
 * @param next makes more live traffic; null where there is none
 */
record Scenario(
    String intro,
    LogOptions log,
    Path history,
    Duration window,
    Path live,
    double speed,
    List<AttackLabel> labels,
    TrafficOptions next) {

  private static final Instant HISTORY_START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration HISTORY = Duration.ofHours(24);
  private static final Instant LIVE_START = Instant.parse("2026-03-03T10:00:00Z");
  private static final Duration LIVE = Duration.ofHours(2);
  private static final double SPEED = 240;
  private static final double SECONDS_FOR_A_FILE = 30;

  /** A generated day to train on, and two hours of the day after it with attacks. */
  static Scenario generated(long seed, DemoFolder folder, NetworkOptions network) throws Exception {
    Path history = folder.file("history.json");
    TrafficFile.write(
        TrafficOptions.of(seed, HISTORY_START, HISTORY).withoutAttacks(), LogFormat.JSON, history);
    Path live = folder.file("live.json");
    TrafficOptions options = TrafficOptions.of(seed, LIVE_START, LIVE);
    List<AttackLabel> labels = TrafficFile.write(options, LogFormat.JSON, live);
    return new Scenario(
        String.format("a generated day to train on, then two hours with %d attacks", labels.size()),
        LogOptions.of(LogFormat.JSON).in(network),
        history,
        null,
        live,
        SPEED,
        labels,
        options.following());
  }

  /** The user's own file, at a speed at which it takes half a minute. */
  static Scenario ofFile(Path file, LogOptions options, Duration window) {
    options.check();
    LogOptions log =
        options.withColumns(LogFile.columns(LogFiles.list(List.of(file)).get(0), options));
    LogSurvey survey = survey(file, log);
    if (survey.disorder().isEmpty()) {
      throw new UserException(file + ": holds no flows; is --format " + log.format() + " right?");
    }
    double seconds = (survey.disorder().last() - survey.disorder().first()) / 1000.0;
    return new Scenario(
        file + ", trained on the whole of it: what it scores, the model has seen",
        log,
        file,
        window,
        file,
        Math.max(1, seconds / SECONDS_FOR_A_FILE),
        List.of(),
        null);
  }

  private static LogSurvey survey(Path file, LogOptions log) {
    try (Progress progress = Progress.ofBytes("survey", LogFiles.size(List.of(file)))) {
      return LogSurvey.of(
          List.of(file),
          log,
          TimeBounds.at(System.currentTimeMillis(), Long.MAX_VALUE),
          progress::to);
    }
  }
}
