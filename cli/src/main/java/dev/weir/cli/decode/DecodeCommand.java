package dev.weir.cli.decode;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogOptions;
import dev.weir.file.FileGates;
import dev.weir.file.LineEncoding;
import dev.weir.file.LogFile;
import dev.weir.flow.UserException;
import dev.weir.output.NewLines;
import dev.weir.output.Outputs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what Weir makes of a log. */
@Command(
    name = "decode",
    description =
        "Show what Weir makes of a log: a line of JSON for each entry, in the log's order.")
public final class DecodeCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  /** Often enough to end soon where nobody reads on, seldom enough to cost nothing. */
  private static final int LINES_BETWEEN_LOOKS = 256;

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description = "The log, plain or gzip; - is standard input.")
  private Path input;

  @Mixin private LogOptions log;

  @Option(
      names = "--base64",
      description = "Each line is one message in base64, such as a gzipped payload of a stream.")
  private boolean base64;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the lines go. Default: standard output")
  private Path output;

  /** For picocli. */
  public DecodeCommand() {}

  @Override
  public Integer call() throws IOException {
    try (LogFile file = open()) {
      if (output == null) {
        print(file, spec.commandLine().getOut());
      } else {
        write(file);
      }
    }
    return 0;
  }

  private LogFile open() {
    LineEncoding encoding = base64 ? LineEncoding.BASE64 : LineEncoding.TEXT;
    if (input.equals(STANDARD_INPUT)) {
      return LogFile.of(System.in, Path.of("standard input"), log, encoding);
    }
    if (Files.isDirectory(input)) {
      throw new UserException(input + " is a folder: name one of the files in it");
    }
    return LogFile.open(input, log, encoding);
  }

  private static void print(LogFile file, PrintWriter out) {
    EntryCollector lines =
        lines(file, line -> out.print(new String(line, StandardCharsets.US_ASCII) + "\n"));
    while (file.decodeNext(lines)) {
      // True once whoever read our output, such as head, has gone.
      if (file.line() % LINES_BETWEEN_LOOKS == 0 && (out.checkError() || System.out.checkError())) {
        return;
      }
    }
    out.flush();
  }

  private void write(LogFile file) throws IOException {
    Outputs.requireApart(List.of(output), List.of(input));
    try (NewLines written = NewLines.at(output)) {
      EntryCollector lines = lines(file, line -> append(written, line));
      boolean more = true;
      while (more) {
        more = file.decodeNext(lines);
      }
      written.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static EntryCollector lines(LogFile file, Consumer<byte[]> out) {
    return FileGates.ofRepeats(file, new EntryLines(file, out));
  }

  private static void append(NewLines file, byte[] line) {
    try {
      file.line(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
