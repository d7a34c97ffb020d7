package dev.weir.bench.micro;

import dev.weir.decode.FlowLogDecoder;
import dev.weir.decode.LogOptions;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A log to decode.
 *
 * @param arguments the options that its decoder needs
 * @param format writes a flow of it
 * @param each flows in a message
 */
record DecodeCase(List<String> arguments, Function<SampleFlow, String> format, int each) {
  private static final int EVENTS_OF_AN_ENVELOPE = 128;

  static DecodeCase of(String name) {
    return switch (name) {
      case "json" -> single(Formats::json, "--format=json");
      case "json_ecs" -> single(Formats::ecs, "--format=json", "--json.preset=ecs");
      case "json_zeek" -> single(Formats::zeekJson, "--format=json", "--json.preset=zeek");
      case "json_ocsf" -> single(Formats::ocsf, "--format=json", "--json.preset=ocsf");
      case "csv" -> single(Formats::csvExport, "--format=csv");
      case "csv_map" ->
          single(
              Formats::csv,
              "--format=csv",
              "--csv.header=" + Formats.CSV_HEADER,
              "--csv.map=" + Formats.CSV_MAP);
      case "vpc_v2" -> single(Formats::vpcV2, "--format=vpc-flow-log");
      case "vpc_v5" ->
          single(Formats::vpcV5, "--format=vpc-flow-log", "--vpc.format=" + Formats.VPC_V5);
      case "vpc_v2_in_json" -> single(Formats::vpcV2InJson, "--format=vpc-flow-log");
      case "zeek" -> single(Formats::zeek, "--format=zeek");
      case "cloudwatch_vpc_v2" ->
          new DecodeCase(List.of("--format=cloudwatch"), Formats::vpcV2, EVENTS_OF_AN_ENVELOPE);
      default -> throw new IllegalArgumentException("no log is called " + name);
    };
  }

  private static DecodeCase single(Function<SampleFlow, String> format, String... arguments) {
    return new DecodeCase(List.of(arguments), format, 1);
  }

  FlowLogDecoder decoder() {
    Options options = new Options();
    new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
    return options.log.streamDecoder();
  }

  byte[][] messages(int flows) {
    byte[][] lines = Messages.of(flows, format);
    return each == 1 ? lines : Messages.enveloped(lines, each);
  }

  @Command(name = "decode")
  private static final class Options {
    @Mixin private LogOptions log;
  }
}
