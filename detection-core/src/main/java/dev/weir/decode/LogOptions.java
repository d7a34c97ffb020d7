package dev.weir.decode;

import dev.weir.flow.UsageException;
import dev.weir.network.NetworkOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the user says about the logs; the same names in every command and in the job. Picocli fills
 * it: its annotations are only needed where a command line is.
 */
public final class LogOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The columns that CSV lines without a header have unless the user names others. */
  public static final String DEFAULT_CSV_HEADER = CsvOptions.DEFAULT_HEADER;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      converter = LogFormatConverter.class,
      description = "How the logs are written: json, csv, zeek, vpc-flow-log or cloudwatch.")
  private LogFormat format;

  @Mixin private LogDetails details = new LogDetails();

  /** For picocli. */
  public LogOptions() {}

  /** Options of a format with everything else at its default. */
  public static LogOptions of(LogFormat format) {
    return of(format, new LogDetails());
  }

  /** Options with a CSV header of one's own. */
  public static LogOptions of(LogFormat format, String csvHeader) {
    return of(format, LogDetails.ofCsvHeader(csvHeader));
  }

  /** Options of a format and what else the user says. */
  public static LogOptions of(LogFormat format, LogDetails details) {
    LogOptions options = new LogOptions();
    options.format = format;
    options.details = details;
    return options;
  }

  /** Options of VPC Flow Logs with those of their own. */
  public static LogOptions of(VpcOptions vpc) {
    return of(LogFormat.VPC_FLOW_LOG, new LogDetails().withVpc(vpc));
  }

  /** The same options of logs from that network. */
  public LogOptions in(NetworkOptions network) {
    return of(format, details.withNetwork(network));
  }

  /** The same logs as events of a CloudWatch Logs subscription. */
  public LogOptions enveloped() {
    return of(LogFormat.CLOUDWATCH, details.withInner(format));
  }

  /** The same for decoders of one thread that learn of interfaces together. */
  public LogOptions learningTogether() {
    return in(network().learningTogether());
  }

  /**
   * The same for decoders that know what those of {@link #learningTogether} have learned by now,
   * and learn no more.
   */
  public LogOptions learned() {
    return in(network().learned());
  }

  /** What is said about the network that the logs come from. */
  public NetworkOptions network() {
    return details.network();
  }

  /** No message is longer than this, in bytes as it comes. */
  public int maxMessage() {
    return format == LogFormat.CLOUDWATCH ? details.cloudWatch().maxSize() : MessageGate.MAX_LENGTH;
  }

  /** How many events of a split are remembered to know repeats by; 0 where none are. */
  public int repeatsRemembered() {
    return format == LogFormat.CLOUDWATCH ? details.cloudWatch().repeatsRemembered() : 0;
  }

  /**
   * The same logs as messages of a stream, which come without the headers of a file.
   *
   * @param columns of the file, as {@link #columnsOption} takes them; empty for the usual ones
   */
  public LogOptions withColumns(String columns) {
    if (columns.isEmpty() || columnsOption().isEmpty()) {
      return this;
    }
    return of(
        format,
        format == LogFormat.CSV ? details.withCsvHeader(columns) : details.withZeekFields(columns));
  }

  /** The option that names the columns of a stream; empty where the format has none. */
  public String columnsOption() {
    return switch (format) {
      case CSV -> "--csv.header";
      case ZEEK -> "--zeek.fields";
      case JSON, VPC_FLOW_LOG, CLOUDWATCH -> "";
    };
  }

  public LogFormat format() {
    return format;
  }

  /** The columns of CSV lines that come without a header. */
  public String csvHeader() {
    return details.csv().header();
  }

  /** Whether the logs have labels, so that there is a truth to compare scores with. */
  public boolean isLabelled() {
    return details.labels().isPresent();
  }

  /**
   * A decoder for the lines of a CSV file.
   *
   * @param header the file's own
   * @param namedBy the file, for errors
   */
  public FlowLogDecoder csvDecoder(String header, String namedBy) {
    return decoders().csv(header, namedBy);
  }

  /**
   * A decoder for the lines of one file of any other format; lines that describe the file's columns
   * change what those after them mean.
   *
   * @param file for errors
   */
  public FlowLogDecoder fileDecoder(String file) {
    return format == LogFormat.ZEEK ? decoders().zeek(file) : streamDecoder();
  }

  /**
   * A decoder for the messages of a stream. Each means the same whatever came before it, but for
   * flow logs without flow-direction, whose interfaces are learned.
   *
   * @throws UsageException where the options contradict each other
   */
  public FlowLogDecoder streamDecoder() {
    return decoders().of(format);
  }

  private Decoders decoders() {
    check();
    return new Decoders(details);
  }

  /**
   * Refuses what cannot be, before anything is begun.
   *
   * @throws UsageException naming the option
   */
  public void check() {
    details.check();
    if (format == LogFormat.CLOUDWATCH) {
      details.cloudWatch().check();
      details.sources().check();
    } else if (!details.sources().isEmpty()) {
      throw new UsageException(
          SourceOptions.name(details.sources().all().firstKey(), "match")
              + " and its like need --format cloudwatch; other formats don't tell where a message"
              + " was logged");
    }
    LogFormat records = format == LogFormat.CLOUDWATCH ? details.cloudWatch().inner() : format;
    if (isLabelled() && records == LogFormat.VPC_FLOW_LOG) {
      throw new UsageException("--label.column: " + records + " has no labels; drop the option");
    }
  }

  /** The command-line arguments that say the same. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--format=" + format.id()));
    arguments.addAll(details.arguments());
    return arguments;
  }
}
