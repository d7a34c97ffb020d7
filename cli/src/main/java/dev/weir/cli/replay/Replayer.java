package dev.weir.cli.replay;

import dev.weir.cli.MessageSender;
import dev.weir.cli.StopSignal;
import dev.weir.command.Progress;
import dev.weir.file.LogFile;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Sends logs to a topic: each line a message, in the order in which things happened and, if wanted,
 * at a multiple of the speed.
 *
 * <p>Sorting takes two passes. The first measures by how much the logs are out of order; the second
 * holds lines back for that long, and so needs the memory of the disorder, not of the logs.
 */
public final class Replayer {

  /** Pauses shorter than this are not worth their overhead; they add up to one that is. */
  private static final long SHORTEST_PAUSE_NANOS = 1_000_000;

  private final Replay replay;
  private final MessageSender sender;
  private final StopSignal stop;
  private final Pacer pacer;
  private final Columns columns = new Columns();
  private long messages;
  private long flows;
  private long misplaced;
  private long latest = Line.NO_TIME;

  private Replayer(Replay replay, MessageSender sender, StopSignal stop) {
    this.replay = replay;
    this.sender = sender;
    this.stop = stop;
    this.pacer = new Pacer(replay.speed());
  }

  /**
   * Replays until the last line has arrived or the signal says stop, and reports what was sent.
   *
   * @throws dev.weir.flow.UserException if the input cannot be read or the topic refuses a message
   */
  public static ReplayReport run(Replay replay, MessageSender sender, StopSignal stop) {
    return new Replayer(replay, sender, stop).run();
  }

  private ReplayReport run() {
    List<Path> files = LogFiles.list(replay.input());
    checkColumns(files);
    LogSurvey survey = survey();
    long tooLargeBefore = sender.tooLarge();
    long start = System.nanoTime();
    try (Progress progress =
        replay.quiet() ? Progress.none() : Progress.of("replay", survey.messages(), " messages")) {
      if (replay.order() == Order.TIME) {
        sendSorted(survey, progress);
      } else {
        sendInFileOrder(files, survey, progress);
      }
      sender.flush();
    }
    if (messages == 0 && !stop.isRequested()) {
      throw new UserException(
          "there is nothing to send in " + files + ": give files with log lines");
    }
    long tooLarge = sender.tooLarge() - tooLargeBefore;
    return new ReplayReport(
        messages - tooLarge,
        flows,
        misplaced,
        tooLarge,
        columns.header(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private void checkColumns(List<Path> files) {
    files.forEach(file -> columns.add(file, LogFile.columns(file, replay.logs())));
  }

  private LogSurvey survey() {
    try (Progress progress = Progress.ofBytes("measure", LogFiles.size(replay.input()))) {
      TimeBounds bounds =
          TimeBounds.at(System.currentTimeMillis(), replay.maxDisorder().toMillis());
      return LogSurvey.of(replay.input(), replay.logs(), bounds, progress::to);
    }
  }

  private void sendInFileOrder(List<Path> files, LogSurvey survey, Progress progress) {
    for (Path file : files) {
      try (LogLines in = LogLines.open(file, survey.logs(), survey.latest())) {
        for (Line line = in.next(); line != null && !stop.isRequested(); line = in.next()) {
          send(line, progress);
        }
      }
    }
  }

  private void sendSorted(LogSurvey survey, Progress progress) {
    ReorderBuffer<Line> buffer = new ReorderBuffer<>(survey.disorder().maxMillis());
    long carried = Line.NO_TIME;
    for (Path file : survey.files()) {
      try (LogLines in = LogLines.open(file, survey.logs(), survey.latest())) {
        for (Line line = in.next(); line != null && !stop.isRequested(); line = in.next()) {
          carried = line.time() == Line.NO_TIME ? carried : line.time();
          buffer.add(carried, line);
          sendReady(buffer, progress);
        }
      }
    }
    buffer.finish();
    sendReady(buffer, progress);
  }

  private void sendReady(ReorderBuffer<Line> buffer, Progress progress) {
    for (Line line = buffer.poll(); line != null && !stop.isRequested(); line = buffer.poll()) {
      send(line, progress);
    }
  }

  private void send(Line line, Progress progress) {
    if (line.isFlow() && !untilDue(line)) {
      return;
    }
    sender.send(line.key(), line.bytes());
    messages++;
    if (line.isFlow()) {
      flows++;
      misplaced += line.time() < latest ? 1 : 0;
      latest = Math.max(latest, line.time());
    }
    progress.to(messages);
  }

  /** Waits for a flow's turn; false if the signal said stop meanwhile. */
  private boolean untilDue(Line flow) {
    long delay = pacer.delayNanos(flow.time(), System.nanoTime());
    return delay < SHORTEST_PAUSE_NANOS || !stop.awaitNanos(delay);
  }
}
