package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.FlowLogDecoder;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;
import dev.weir.network.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficLogTest {

  /** Keeps everything that a decoder makes of a log. */
  private static final class Kept implements EntryCollector {
    private final List<FlowRecord> flows = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();

    @Override
    public void flow(FlowRecord flow) {
      flows.add(flow);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {
      assertThat(reason).isEqualTo(SetAside.DUPLICATE_VANTAGE);
    }

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
      deadLetters.add(reason + " " + detail);
    }

    @Override
    public void ignored(Ignored reason) {
      ignored.add(reason);
    }
  }

  private static Kept decode(TrafficLog log, LogFormat format) {
    return decode(log, format, new NetworkOptions());
  }

  private static Kept decode(TrafficLog log, LogFormat format, NetworkOptions network) {
    Kept kept = new Kept();
    FlowLogDecoder decoder =
        LogOptions.of(format, log.header().orElse(LogOptions.DEFAULT_CSV_HEADER))
            .in(network)
            .streamDecoder();
    log.forEachRemaining(line -> decoder.decode(line.bytes(), 0, line.bytes().length, kept));
    return kept;
  }

  @ParameterizedTest
  @EnumSource(
      value = LogFormat.class,
      names = {"JSON", "CSV", "VPC_FLOW_LOG"})
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers(LogFormat format) {
    TrafficOptions options = Traffic.hours(5, Traffic.MONDAY_TEN, 1);

    byte[] once = Traffic.file(options, format);

    assertThat(once).hasSizeGreaterThan(1_000_000);
    assertThat(Arrays.equals(once, Traffic.file(options, format))).isTrue();
    assertThat(Arrays.equals(once, Traffic.file(Traffic.hours(6, Traffic.MONDAY_TEN, 1), format)))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = LogFormat.class,
      names = {"JSON", "CSV", "VPC_FLOW_LOG"})
  void everyLineDecodes(LogFormat format) {
    TrafficLog log = new TrafficLog(Traffic.hours(7, Traffic.MONDAY_TEN, 2), format);

    Kept kept = decode(log, format);

    assertThat(kept.deadLetters).isEmpty();
    assertThat(kept.flows).hasSizeGreaterThan(60_000);
    assertThat(kept.ignored).allMatch(reason -> reason == Ignored.NO_DATA);
    assertThat(kept.ignored.isEmpty()).isEqualTo(format != LogFormat.VPC_FLOW_LOG);
  }

  @ParameterizedTest
  @EnumSource(
      value = LogFormat.class,
      names = {"JSON", "CSV", "VPC_FLOW_LOG"})
  void linesRunBackInTimeByNoMoreThanSaid(LogFormat format) {
    TrafficLog log = new TrafficLog(Traffic.hours(8, Traffic.MONDAY_TEN, 1), format);
    long latest = Long.MIN_VALUE;
    long furthestBack = 0;

    for (FlowRecord flow : decode(log, format).flows) {
      latest = Math.max(latest, flow.eventTime());
      furthestBack = Math.max(furthestBack, latest - flow.eventTime());
    }

    long bound = TrafficLog.maxDisorderMillis(format);
    assertThat(furthestBack).isLessThanOrEqualTo(bound).isGreaterThan(bound / 2);
    assertThat(bound).isLessThan(format.outOfOrderness().toMillis());
  }

  @ParameterizedTest
  @EnumSource(
      value = LogFormat.class,
      names = {"JSON", "CSV", "VPC_FLOW_LOG"})
  void linesAreWrittenInOrder(LogFormat format) {
    TrafficLog log = new TrafficLog(Traffic.hours(8, Traffic.MONDAY_TEN, 1), format);
    List<Long> written = new ArrayList<>();
    log.forEachRemaining(line -> written.add(line.emitted()));

    assertThat(written).isSorted();
  }

  @Test
  void jsonAndCsvTellTheSameFlows() {
    TrafficOptions options = Traffic.hours(9, Traffic.MONDAY_TEN, 1);

    List<FlowRecord> json = decode(new TrafficLog(options, LogFormat.JSON), LogFormat.JSON).flows;

    List<FlowRecord> csv = decode(new TrafficLog(options, LogFormat.CSV), LogFormat.CSV).flows;

    assertThat(json.equals(csv)).isTrue();
  }

  @Test
  void whatIsDecodedIsWhatWasGenerated() {
    TrafficOptions options = Traffic.hours(9, Traffic.MONDAY, 1).withoutAttacks();
    List<FlowRecord> decoded =
        decode(new TrafficLog(options, LogFormat.JSON), LogFormat.JSON).flows;

    assertThat(decoded)
        .isEqualTo(Traffic.flows(options).stream().map(TrafficLogTest::expected).toList());
  }

  private static FlowRecord expected(TrafficFlow flow) {
    Path path = flow.path();
    boolean ports = path.service() != Service.PING;
    return FlowRecord.builder()
        .srcIp(path.source().ip())
        .dstIp(path.target().ip())
        .srcPort(ports ? path.sourcePort() : FlowRecord.ABSENT)
        .dstPort(ports ? path.targetPort() : FlowRecord.ABSENT)
        .protocol(path.service().transport().number())
        .bytesIn(flow.wire().bytesIn())
        .bytesOut(flow.wire().bytesOut())
        .packets(flow.wire().packets())
        .start(flow.start())
        .end(flow.end())
        .action(flow.action())
        .responseCode(flow.ending().responseCode())
        .country(path.source().country())
        .ruleNames(flow.ending().rule().isEmpty() ? List.of() : List.of(flow.ending().rule()))
        .build();
  }

  @Test
  void vpcFlowLogsLoseNoBytesAndCountNoneTwice(@TempDir java.nio.file.Path folder)
      throws IOException {
    TrafficOptions options = Traffic.hours(9, Traffic.MONDAY_TEN, 1);
    List<FlowRecord> lines =
        decode(
                new TrafficLog(options, LogFormat.VPC_FLOW_LOG),
                LogFormat.VPC_FLOW_LOG,
                NetworkOptions.ofFile(interfaces(options, folder.resolve("network.yaml"))))
            .flows;

    // A byte or two may fall to a side of the cut that has no packet.
    long seen = lines.stream().mapToLong(line -> sum(line.bytesIn(), line.bytesOut())).sum();
    long sent =
        Traffic.flows(options).stream()
            .mapToLong(flow -> flow.wire().bytesIn() + flow.wire().bytesOut())
            .sum();
    assertThat((double) seen).isBetween(sent * 0.9999, sent * 1.0);
  }

  private static java.nio.file.Path interfaces(TrafficOptions options, java.nio.file.Path file)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("interfaces:"));
    new TrafficGenerator(options)
        .network()
        .hosts()
        .forEach(host -> lines.add("  " + host.networkInterface() + ": " + host.ip()));
    return Files.write(file, lines);
  }

  @Test
  void vpcFlowLogsAreMostlyOrientedLikeTheFlowsBehindThem() {
    TrafficOptions options = Traffic.hours(9, Traffic.MONDAY_TEN, 1);
    List<FlowRecord> lines =
        decode(new TrafficLog(options, LogFormat.VPC_FLOW_LOG), LogFormat.VPC_FLOW_LOG).flows;

    double unoriented = lines.stream().filter(line -> line.side() == Side.UNORIENTED).count();

    assertThat(unoriented / lines.size()).isLessThan(0.2);
    assertThat(lines).allMatch(line -> line.duration() <= 60_000);
  }

  private static long sum(long in, long out) {
    return Math.max(0, in) + Math.max(0, out);
  }
}
