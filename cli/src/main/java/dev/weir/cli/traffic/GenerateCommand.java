package dev.weir.cli.traffic;

import dev.weir.decode.LogFormat;
import dev.weir.decode.LogFormatConverter;
import dev.weir.flow.OnOff;
import dev.weir.flow.UsageException;
import dev.weir.output.NewLines;
import dev.weir.output.Outputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the demo's traffic to a file, and what was planted in it to another. */
@Command(
    name = "generate",
    description =
        "Generate the traffic of an invented organisation, with planted attacks and their labels."
            + " The same options give the same file.")
public final class GenerateCommand implements Callable<Integer> {

  private static final double MAX_HOURS = 24 * 366;
  private static final int HOUR_SECONDS = 3600;

  @Option(
      names = "--hours",
      paramLabel = "H",
      required = true,
      description = "For how many hours; 0.5 is half an hour.")
  private double hours;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the network and all that happens in it. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      converter = LogFormatConverter.class,
      description = "How to write it: json, csv or vpc-flow-log.")
  private LogFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where to; compressed if the name ends in .gz.")
  private Path output;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      required = true,
      description = "Where to list the planted attacks, one JSON object a line.")
  private Path labels;

  @Option(
      names = "--attacks",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Whether to plant attacks. Default: ${DEFAULT-VALUE}")
  private OnOff attacks;

  @Option(
      names = "--label-flows",
      paramLabel = "on|off",
      defaultValue = "off",
      description =
          "Whether each flow of json or csv says in 'label' which attack it is of, or 'normal':"
              + " for evaluations. Default: ${DEFAULT-VALUE}")
  private OnOff labelFlows;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = "2026-03-02T00:00:00Z",
      description = {"From when on, ISO 8601 in UTC.", "Default: ${DEFAULT-VALUE}, a Monday"})
  private String start;

  @Option(
      names = "--hosts",
      paramLabel = "N",
      defaultValue = "" + TrafficOptions.DEFAULT_WORKSTATIONS,
      description = "Workstations in the network; visitors grow with it. Default: ${DEFAULT-VALUE}")
  private int hosts;

  @Option(
      names = "--attack-rate",
      paramLabel = "R",
      defaultValue = "1",
      description =
          "How much attackers do: 0.5 is half as often, or half as many bytes. Default: ${DEFAULT-VALUE}")
  private double attackRate;

  /** For picocli. */
  public GenerateCommand() {}

  @Override
  public Integer call() throws IOException {
    TrafficOptions options = options();
    TrafficLog log = new TrafficLog(options, format, labelFlows.isOn());
    Outputs.requireApart(List.of(output, labels), List.of());
    // Opened first: a place that can't be written to must not cost a whole generation.
    try (NewLines labelLines = NewLines.at(labels)) {
      for (AttackLabel label : TrafficFile.write(options, log, output)) {
        labelLines.line(LabelLine.of(label));
      }
      labelLines.finish();
    }
    return 0;
  }

  private TrafficOptions options() {
    if (!(hours > 0 && hours <= MAX_HOURS)) {
      throw new UsageException("--hours must be above 0 and at most " + (int) MAX_HOURS + ".");
    }
    Duration length = Duration.ofSeconds(Math.max(1, Math.round(hours * HOUR_SECONDS)));
    return new TrafficOptions(seed, startTime(), length, hosts, attacks.isOn(), attackRate);
  }

  private Instant startTime() {
    try {
      return Instant.parse(start);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--start " + start + " is no time; write it as 2026-03-02T00:00:00Z.", e);
    }
  }
}
