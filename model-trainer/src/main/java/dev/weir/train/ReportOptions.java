package dev.weir.train;

import dev.weir.output.NewFile;
import dev.weir.train.report.About;
import dev.weir.train.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a report goes, and what of the command it tells. */
final class ReportOptions {

  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Where a report of the history goes: one HTML page that opens without a network. Reads the"
              + " history once more.")
  private Path page;

  @Option(
      names = "--summary-json",
      paramLabel = "FILE",
      description = "Where the figures that the report shows go, as JSON.")
  private Path summary;

  /** For picocli. */
  ReportOptions() {}

  boolean isAsked() {
    return page != null || summary != null;
  }

  List<Path> outputs() {
    return Stream.of(page, summary).filter(path -> path != null).toList();
  }

  Files open() throws IOException {
    return new Files(page, summary);
  }

  /** What the command tells of itself. */
  About about(List<Path> inputs, FitOptions fit, TrainedModel trained, long late) {
    return new About(
        inputs.stream().map(Path::toString).toList(),
        command(),
        FitOption.figures(fit),
        late,
        trained.warnings(),
        new About.Sections(
            AlertFigures.rate(trained.model()),
            AlertFigures.segments(trained.model()),
            trained.evaluation(),
            trained.stability()));
  }

  /** As it was called, so that a shell takes it the same way. */
  private String command() {
    CommandSpec root = spec.root();
    StringBuilder command = new StringBuilder(root.name());
    for (String argument : root.commandLine().getParseResult().originalArgs()) {
      command.append(' ').append(quoted(argument));
    }
    return command.toString();
  }

  static String quoted(String argument) {
    return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** The files of a report: they appear when they are whole, or not at all. */
  static final class Files implements AutoCloseable {
    private final NewFile page;
    private final NewFile summary;

    private Files(Path page, Path summary) throws IOException {
      this.page = page == null ? null : NewFile.at(page);
      try {
        this.summary = summary == null ? null : NewFile.at(summary);
      } catch (RuntimeException e) {
        close(this.page);
        throw e;
      }
    }

    void write(Report report) throws IOException {
      if (page != null) {
        write(page, report.page());
      }
      if (summary != null) {
        write(summary, report.summaryJson());
      }
    }

    private static void write(NewFile file, byte[] bytes) throws IOException {
      try (OutputStream out = file.open()) {
        out.write(bytes);
      }
    }

    void finish() throws IOException {
      if (page != null) {
        page.finish();
      }
      if (summary != null) {
        summary.finish();
      }
    }

    @Override
    public void close() throws IOException {
      try {
        close(page);
      } finally {
        close(summary);
      }
    }

    private static void close(NewFile file) throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }
}
