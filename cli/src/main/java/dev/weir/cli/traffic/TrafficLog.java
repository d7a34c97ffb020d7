package dev.weir.cli.traffic;

import dev.weir.decode.LogFormat;
import dev.weir.flow.UsageException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The demo's traffic as a log: lines in the order in which they are written, and what was planted.
 * Streams; the same options and format give the same bytes on every JDK.
 *
 * <p>Event times run back by at most {@link #maxDisorderMillis} against that order. Not
 * thread-safe.
 */
public final class TrafficLog implements Iterator<LogLine> {

  /** Makes a flow a line. */
  @FunctionalInterface
  private interface Writer {
    byte[] line(TrafficFlow flow);
  }

  private final TrafficGenerator generator;
  private final LogFormat format;
  private final boolean labelled;
  private final Iterator<LogLine> lines;

  /** Traffic from the options' start on. */
  public TrafficLog(TrafficOptions options, LogFormat format) {
    this(options, format, false);
  }

  /**
   * The same with labels.
   *
   * @param labelled whether each flow tells which attack it is of, or that it is normal
   */
  public TrafficLog(TrafficOptions options, LogFormat format, boolean labelled) {
    if (labelled && format == LogFormat.VPC_FLOW_LOG) {
      throw new UsageException(
          "--label-flows: vpc-flow-log has no place for labels; choose --format json or csv");
    }
    this.format = format;
    this.labelled = labelled;
    generator = new TrafficGenerator(options);
    lines =
        switch (format) {
          case JSON -> written(new JsonLines(labelled)::line);
          case CSV -> written(new CsvLines(labelled)::line);
          case VPC_FLOW_LOG -> new VpcCapture(generator, options);
          default -> throw notWritten(format);
        };
  }

  private Iterator<LogLine> written(Writer writer) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return generator.hasNext();
      }

      @Override
      public LogLine next() {
        TrafficFlow flow = generator.next();
        return new LogLine(flow.emitted(), writer.line(flow));
      }
    };
  }

  /** The line that goes before a file's others, where the format has one. */
  public Optional<String> header() {
    return format == LogFormat.CSV ? Optional.of(CsvLines.header(labelled)) : Optional.empty();
  }

  /** How far a line's event time may lie before the latest one of the lines above it. */
  public static long maxDisorderMillis(LogFormat format) {
    return switch (format) {
      case JSON, CSV -> Exporter.MAX_DELAY_MILLIS;
      case VPC_FLOW_LOG -> VpcCapture.MAX_DELAY_MILLIS - VpcCapture.MIN_DELAY_MILLIS + Clock.MINUTE;
      default -> throw notWritten(format);
    };
  }

  private static UsageException notWritten(LogFormat format) {
    return new UsageException(
        "--format " + format + " is not written, only read; choose json, csv or vpc-flow-log");
  }

  /** All attacks of this traffic that begin before {@code until}, by their beginning. */
  public List<AttackLabel> labels(Instant until) {
    return generator.labels(until.toEpochMilli());
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public LogLine next() {
    return lines.next();
  }
}
