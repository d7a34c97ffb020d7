package dev.weir.command;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on stderr, where a person looks at it; nothing where stderr is a file or a pipe.
 */
public final class Progress implements AutoCloseable {

  /** Set by the launcher, which can ask the terminal. */
  private static final boolean TERMINAL = Boolean.getBoolean("weir.terminal");

  private static final int WIDTH = 79;

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Starts at nothing.
   *
   * @param total how much there is to do, or -1 if nobody knows
   * @param unit a word for one of it, with a leading space, such as " messages"
   */
  public static Progress of(String task, long total, String unit) {
    return of(task, total, unit, 1);
  }

  /** Shows nothing. */
  public static Progress none() {
    return new Progress(null);
  }

  /** The same where bytes are what is done. */
  public static Progress ofBytes(String task, long total) {
    return of(task, total, " MB", 1_000_000);
  }

  private static Progress of(String task, long total, String unit, long unitSize) {
    if (!TERMINAL) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(unit, unitSize)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            // The library's own choice opens a terminal, which would take Ctrl-C away from us.
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .setUpdateIntervalMillis(250)
            .clearDisplayOnFinish()
            .build());
  }

  /** Says how much is done. */
  public void to(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
