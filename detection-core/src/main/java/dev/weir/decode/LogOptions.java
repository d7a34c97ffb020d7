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

  /** The header of the CloudWatch web traffic exports, which streams of CSV lines go by. */
  public static final String DEFAULT_CSV_HEADER =
      "bytes_in,bytes_out,creation_time,end_time,src_ip,src_ip_country_code,protocol,"
          + "response.code,dst_port,dst_ip,rule_names,observation_name,source.meta,source.name,"
          + "time,detection_types";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      converter = LogFormatConverter.class,
      description = "How the logs are written: json, csv, vpc-flow-log or cloudwatch.")
  private LogFormat format;

  @Option(
      names = "--csv.header",
      paramLabel = "COLUMNS",
      defaultValue = DEFAULT_CSV_HEADER,
      description =
          "The columns of CSV lines that come without a header, as in a topic; a file's own first"
              + " line goes before it. Default: ${DEFAULT-VALUE}")
  private String csvHeader = DEFAULT_CSV_HEADER;

  @Mixin private VpcOptions vpc = new VpcOptions();
  @Mixin private NetworkOptions network = new NetworkOptions();
  @Mixin private CloudWatchOptions cloudWatch = new CloudWatchOptions();

  @Mixin private SourceOptions sources = new SourceOptions();

  /** For picocli. */
  public LogOptions() {}

  /** Options of a format with everything else at its default. */
  public static LogOptions of(LogFormat format) {
    return of(format, DEFAULT_CSV_HEADER);
  }

  /** Options with a CSV header of one's own. */
  public static LogOptions of(LogFormat format, String csvHeader) {
    LogOptions options = new LogOptions();
    options.format = format;
    options.csvHeader = csvHeader;
    return options;
  }

  /** Options of VPC Flow Logs with those of their own. */
  public static LogOptions of(VpcOptions vpc) {
    LogOptions options = of(LogFormat.VPC_FLOW_LOG);
    options.vpc = vpc;
    return options;
  }

  /** The same options of logs from that network. */
  public LogOptions in(NetworkOptions network) {
    LogOptions options = of(format, csvHeader);
    options.vpc = vpc;
    options.network = network;
    return options;
  }

  /** What is said about the network that the logs come from. */
  public NetworkOptions network() {
    return network;
  }

  public LogFormat format() {
    return format;
  }

  /** The columns of CSV lines that come without a header. */
  public String csvHeader() {
    return csvHeader;
  }

  /**
   * A decoder for the lines of a CSV file.
   *
   * @param header the file's own
   * @param namedBy the file, for errors
   */
  public FlowLogDecoder csvDecoder(String header, String namedBy) {
    return CsvDecoder.ofHeader(header, namedBy, network.vantage());
  }

  /** No message is longer than this, in bytes as it comes. */
  public int maxMessage() {
    return format == LogFormat.CLOUDWATCH ? cloudWatch.maxSize() : MessageGate.MAX_LENGTH;
  }

  /** How many events of a split are remembered to know repeats by; 0 where none are. */
  public int repeatsRemembered() {
    return format == LogFormat.CLOUDWATCH ? cloudWatch.repeatsRemembered() : 0;
  }

  /**
   * A decoder for the messages of a stream.
   *
   * @throws UsageException where the options contradict each other
   */
  public FlowLogDecoder streamDecoder() {
    if (format != LogFormat.CLOUDWATCH && !sources.isEmpty()) {
      throw new UsageException(
          SourceOptions.name(sources.all().firstKey(), "match")
              + " and its like need --format cloudwatch; other formats don't tell where a message"
              + " was logged");
    }
    return format == LogFormat.CLOUDWATCH ? envelopeDecoder() : decoder(format, vpc.format());
  }

  private FlowLogDecoder decoder(LogFormat of, VpcFormat vpcFormat) {
    return switch (of) {
      case JSON -> new JsonDecoder(network.vantage());
      case CSV -> CsvDecoder.ofHeader(csvHeader, "--csv.header", network.vantage());
      case VPC_FLOW_LOG -> new VpcFlowLogDecoder(vpcFormat, network.vantage());
      case CLOUDWATCH -> throw new IllegalArgumentException("an envelope within an envelope");
    };
  }

  private FlowLogDecoder envelopeDecoder() {
    cloudWatch.check();
    sources.check();
    List<LogSources.Rule> rules = new ArrayList<>();
    sources.all().forEach((number, texts) -> rules.add(rule(number, texts)));
    LogSources.Inner otherwise =
        new LogSources.Inner(decoder(cloudWatch.inner(), vpc.format()), "");
    return new CloudWatchDecoder(cloudWatch.maxSize(), new LogSources(rules, otherwise));
  }

  private LogSources.Rule rule(int number, SourceOptions.Texts texts) {
    String option = SourceOptions.name(number, "format");
    LogFormat inner =
        texts.format == null ? cloudWatch.inner() : LogFormatConverter.find(texts.format);
    if (inner == null) {
      throw new UsageException(
          option + ": '" + texts.format + "' is not a format; choose vpc-flow-log or json");
    }
    CloudWatchOptions.requireInner(inner, option);
    return new LogSources.Rule(
        SourceMatch.parse(texts.match, SourceOptions.name(number, "match")),
        new LogSources.Inner(
            decoder(inner, vpcFormat(number, texts.vpcFormat)),
            texts.scope == null ? "" : texts.scope));
  }

  private VpcFormat vpcFormat(int number, String text) {
    try {
      return text == null ? vpc.format() : VpcFormat.parse(text);
    } catch (UsageException e) {
      throw new UsageException(SourceOptions.name(number, "vpc.format") + ": " + e.getMessage(), e);
    }
  }
}
