package dev.weir.decode;

import dev.weir.flow.UsageException;
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
    return format == LogFormat.CLOUDWATCH ? envelope() : plain(format, details.vpc().format());
  }

  private FlowLogDecoder plain(LogFormat format, VpcFormat vpcFormat) {
    return switch (format) {
      case JSON -> new JsonDecoder(details.jsonPlan(), details.network().vantage());
      case CSV -> csv(details.csv().header(), "--csv.header");
      case ZEEK -> zeek(false);
      case VPC_FLOW_LOG -> new VpcFlowLogDecoder(vpcFormat, details.network().vantage());
      case CLOUDWATCH -> throw new IllegalArgumentException("an envelope within an envelope");
    };
  }

  FlowLogDecoder csv(String header, String namedBy) {
    return CsvDecoder.ofHeader(
        header, details.csv().delimiter(), details.csvPlan(), details.network().vantage(), namedBy);
  }

  FlowLogDecoder zeek(boolean headersCount) {
    return new ZeekDecoder(
        details.zeekPlan(), details.zeek().fields(), headersCount, details.network().vantage());
  }

  private FlowLogDecoder envelope() {
    CloudWatchOptions options = details.cloudWatch();
    options.check();
    details.sources().check();
    List<LogSources.Rule> rules = new ArrayList<>();
    details.sources().all().forEach((number, texts) -> rules.add(rule(number, texts)));
    LogSources.Inner otherwise =
        new LogSources.Inner(plain(options.inner(), details.vpc().format()), "");
    return new CloudWatchDecoder(options.maxSize(), new LogSources(rules, otherwise));
  }

  private LogSources.Rule rule(int number, SourceOptions.Texts texts) {
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
            plain(inner, vpcFormat(number, texts.vpcFormat)),
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
