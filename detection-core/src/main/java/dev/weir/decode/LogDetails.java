package dev.weir.decode;

import dev.weir.flow.UsageException;
import dev.weir.network.NetworkOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;

/** What the user may say about logs besides their format. */
public final class LogDetails implements Serializable {

  private static final long serialVersionUID = 1L;

  @Mixin private CsvOptions csv = new CsvOptions();
  @Mixin private JsonOptions json = new JsonOptions();
  @Mixin private ZeekOptions zeek = new ZeekOptions();
  @Mixin private AddressOptions addresses = new AddressOptions();
  @Mixin private LabelOptions labels = new LabelOptions();
  @Mixin private VpcOptions vpc = new VpcOptions();
  @Mixin private CloudWatchOptions cloudWatch = new CloudWatchOptions();
  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private NetworkOptions network = new NetworkOptions();

  /** For picocli. */
  public LogDetails() {}

  static LogDetails ofCsvHeader(String header) {
    LogDetails details = new LogDetails();
    details.csv = CsvOptions.ofHeader(header);
    return details;
  }

  LogDetails withVpc(VpcOptions other) {
    LogDetails copy = copy();
    copy.vpc = other;
    return copy;
  }

  LogDetails withInner(LogFormat format) {
    LogDetails copy = copy();
    copy.cloudWatch = cloudWatch.withInner(format);
    return copy;
  }

  LogDetails withNetwork(NetworkOptions other) {
    LogDetails copy = copy();
    copy.network = other;
    return copy;
  }

  LogDetails withCsvHeader(String header) {
    LogDetails copy = copy();
    copy.csv = csv.withHeader(header);
    return copy;
  }

  LogDetails withZeekFields(String fields) {
    LogDetails copy = copy();
    copy.zeek = ZeekOptions.of(ZeekColumns.of(List.of(fields.split(" "))));
    return copy;
  }

  private LogDetails copy() {
    LogDetails copy = new LogDetails();
    copy.csv = csv;
    copy.json = json;
    copy.zeek = zeek;
    copy.addresses = addresses;
    copy.labels = labels;
    copy.vpc = vpc;
    copy.cloudWatch = cloudWatch;
    copy.sources = sources;
    copy.network = network;
    return copy;
  }

  CsvOptions csv() {
    return csv;
  }

  VpcOptions vpc() {
    return vpc;
  }

  CloudWatchOptions cloudWatch() {
    return cloudWatch;
  }

  SourceOptions sources() {
    return sources;
  }

  /** What is said about the network that the logs come from. */
  public NetworkOptions network() {
    return network;
  }

  ZeekOptions zeek() {
    return zeek;
  }

  LabelOptions labels() {
    return labels;
  }

  /**
   * Refuses labels that contradict each other.
   *
   * @throws UsageException saying how
   */
  void check() {
    labels.labels();
  }

  FieldPlan csvPlan() {
    return FieldPlan.named(
        csv.map(), new Conventions(csv.time(), addresses.isOpaque(), labels.labels(), null, false));
  }

  FieldPlan jsonPlan() {
    return json.plan(addresses.isOpaque(), labels.labels());
  }

  FieldPlan zeekPlan() {
    return JsonPreset.ZEEK.plan(FieldMap.EMPTY, null, addresses.isOpaque(), labels.labels());
  }

  /** The arguments that say the same. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    BiConsumer<String, String> out = (name, value) -> arguments.add(name + "=" + value);
    csv.arguments(out);
    json.arguments(out);
    zeek.arguments(out);
    addresses.arguments(out);
    labels.arguments(out);
    vpc.arguments(out);
    cloudWatch.arguments(out);
    sources.arguments(out);
    arguments.addAll(network.arguments());
    return arguments;
  }
}
