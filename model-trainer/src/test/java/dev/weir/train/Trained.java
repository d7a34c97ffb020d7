package dev.weir.train;

import dev.weir.command.Commands;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceVectors;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.model.Model;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of the train command, as a shell would run it.
 *
 * @param exitCode 0, 1 or 2
 * @param out what it said
 * @param err what it complained of
 */
record Trained(int exitCode, String out, String err) {

  static Trained with(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Commands.commandLine(new TrainCommand());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int exitCode = command.execute(args);
    return new Trained(exitCode, out.toString(), err.toString());
  }

  /** The windows of a file by the model's own settings. */
  static List<FeatureVector> windows(Model model, Path file, LogFormat format) {
    List<FeatureVector> vectors = new ArrayList<>();
    LogOptions options = LogOptions.of(format);
    LogSurvey survey = LogSurvey.of(List.of(file), options, TimeBounds.NONE, bytes -> {});
    Windower<?, ?, ?> windower =
        new Windower<>(
            new SourceVectors(model.window(), model.settings()),
            survey.disorder().maxMillis(),
            vectors::add);
    survey.read(new Flows(windower), bytes -> {});
    windower.end();
    return vectors;
  }

  private record Flows(Windower<?, ?, ?> windower) implements EntryCollector {
    @Override
    public void flow(FlowRecord flow) {
      windower.add(flow);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      throw new AssertionError(reason);
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {}

    @Override
    public void ignored(Ignored reason) {}
  }
}
