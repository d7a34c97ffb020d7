package dev.weir.decode;

import dev.weir.flow.UsageException;
import dev.weir.network.Vantage;
import java.util.ArrayList;
import java.util.List;

/** Makes decoders as the options say. */
final class Decoders {
  private final LogDetails details;

  Decoders(LogDetails details) {
    this.details = details;
  }

  /** A decoder for the messages of a stream. */
  FlowLogDecoder of(LogFormat format) {
    Vantage vantage = details.network().vantage();
    return format == LogFormat.CLOUDWATCH
        ? envelope(vantage)
        : plain(format, details.vpc().format(), vantage);
  }

  private FlowLogDecoder plain(LogFormat format, VpcFormat vpcFormat, Vantage vantage) {
    return switch (format) {
      case JSON -> new JsonDecoder(details.jsonPlan(), vantage);
      case CSV -> csv(details.csv().header(), "--csv.header");
      case ZEEK -> zeek(null);
      case VPC_FLOW_LOG -> new VpcFlowLogDecoder(vpcFormat, vantage);
      case CLOUDWATCH -> throw new IllegalArgumentException("an envelope within an envelope");
    };
  }

  FlowLogDecoder csv(String header, String namedBy) {
    return CsvDecoder.ofHeader(
        header, details.csv().delimiter(), details.csvPlan(), details.network().vantage(), namedBy);
  }

  /** A decoder for the lines of a file, or of a stream where that is null. */
  FlowLogDecoder zeek(String file) {
    return new ZeekDecoder(
        details.zeekPlan(), details.zeek().fields(), file, details.network().vantage());
  }

  /** With one vantage for all: an interface may log to several groups. */
  private FlowLogDecoder envelope(Vantage vantage) {
    CloudWatchOptions options = details.cloudWatch();
    List<LogSources.Rule> rules = new ArrayList<>();
    details.sources().all().forEach((number, texts) -> rules.add(rule(number, texts, vantage)));
    LogSources.Inner otherwise =
        new LogSources.Inner(plain(options.inner(), details.vpc().format(), vantage), "");
    return new CloudWatchDecoder(options.maxSize(), new LogSources(rules, otherwise), vantage);
  }

  private LogSources.Rule rule(int number, SourceOptions.Texts texts, Vantage vantage) {
    String option = SourceOptions.name(number, "format");
    LogFormat inner =
        texts.format == null ? details.cloudWatch().inner() : LogFormatConverter.find(texts.format);
    if (inner == null) {
      throw new UsageException(
          option + ": '" + texts.format + "' is not a format; choose vpc-flow-log or json");
    }
    CloudWatchOptions.requireInner(inner, option);
    return new LogSources.Rule(
        SourceMatch.parse(texts.match, SourceOptions.name(number, "match")),
        new LogSources.Inner(
            plain(inner, vpcFormat(number, texts.vpcFormat), vantage),
            texts.scope == null ? "" : texts.scope));
  }

  private VpcFormat vpcFormat(int number, String text) {
    try {
      return text == null ? details.vpc().format() : VpcFormat.parse(text);
    } catch (UsageException e) {
      throw new UsageException(SourceOptions.name(number, "vpc.format") + ": " + e.getMessage(), e);
    }
  }
}
