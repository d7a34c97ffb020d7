package dev.weir.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import dev.weir.network.Sighting.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VantageTest {

  private static final String A = "10.0.1.5";
  private static final String B = "10.0.1.6";
  private static final String C = "10.0.1.7";
  private static final String NAT = "10.0.0.220";
  private static final String OUTSIDE = "203.0.113.5";

  private Vantage vantage = new Vantage();
  private final List<FlowRecord> counted = new ArrayList<>();

  private static Vantage with(String yaml) {
    return new Vantage(NetworkFile.parse("test", yaml), NetworkSettings.DEFAULT);
  }

  private static Sighting at(String eni, String from, int fromPort, String to, int toPort) {
    return new Sighting()
        .account("1")
        .interfaceId(eni)
        .ends(from, to)
        .ports(fromPort, toPort)
        .protocol(6)
        .action(Action.ACCEPT)
        .bytes(100);
  }

  private FlowRecord placed(Sighting seen) {
    FlowRecordBuilder flow = FlowRecord.builder().start(0).packets(1);
    assertThat(vantage.place(seen, flow)).isNull();
    return flow.build();
  }

  private SetAside setAside(Sighting seen) {
    return vantage.place(seen, FlowRecord.builder());
  }

  private void take(Sighting seen) {
    FlowRecordBuilder flow = FlowRecord.builder().start(0);
    if (vantage.place(seen, flow) == null) {
      counted.add(flow.build());
    }
  }

  @Test
  void aRecordBetweenTwoInterfacesIsCountedWhereItLeaves() {
    assertThat(setAside(at("eni-a", A, 50_000, B, 443).direction(Direction.EGRESS))).isNull();
    assertThat(setAside(at("eni-b", A, 50_000, B, 443).direction(Direction.INGRESS)))
        .isEqualTo(SetAside.DUPLICATE_VANTAGE);
    assertThat(setAside(at("eni-b", B, 443, A, 50_000).direction(Direction.EGRESS))).isNull();
    assertThat(setAside(at("eni-a", B, 443, A, 50_000).direction(Direction.INGRESS)))
        .isEqualTo(SetAside.DUPLICATE_VANTAGE);
  }

  @Test
  void whatComesFromOutsideIsSeenOnce() {
    assertThat(setAside(at("eni-a", OUTSIDE, 50_000, A, 443).direction(Direction.INGRESS)))
        .isNull();
    assertThat(setAside(at("eni-a", A, 443, OUTSIDE, 50_000).direction(Direction.EGRESS))).isNull();
  }

  @Test
  void interfacesThatAreToldOfNeedNoDirectionInTheLog() {
    vantage = with("interfaces: {eni-a: 10.0.1.5, eni-b: [10.0.1.9, 10.0.1.6]}");

    take(at("eni-b", A, 50_000, B, 443));
    take(at("eni-a", A, 50_000, B, 443));
    take(at("eni-a", B, 443, A, 50_000));
    take(at("eni-b", B, 443, A, 50_000));

    assertThat(counted)
        .extracting(FlowRecord::side)
        .containsExactly(Side.INITIATOR, Side.RESPONDER);
    assertThat(counted).extracting(FlowRecord::sight).containsOnly(Sight.SINGLE);
  }

  @Test
  void anInterfaceIsLearnedFromItsTrafficWithOutside() {
    assertThat(placed(at("eni-a", OUTSIDE, 443, A, 50_000)).sight()).isEqualTo(Sight.SINGLE);

    assertThat(setAside(at("eni-a", B, 50_000, A, 443))).isEqualTo(SetAside.DUPLICATE_VANTAGE);
    assertThat(placed(at("eni-a", A, 443, B, 50_000)).sight()).isEqualTo(Sight.SINGLE);
  }

  @Test
  void anInterfaceIsLearnedFromWhatItsRecordsInsideHaveInCommon() {
    assertThat(placed(at("eni-a", B, 50_000, A, 443)).sight()).isEqualTo(Sight.UNKNOWN);
    assertThat(placed(at("eni-a", A, 443, B, 50_000)).sight()).isEqualTo(Sight.UNKNOWN);

    assertThat(placed(at("eni-a", A, 50_000, C, 443)).sight()).isEqualTo(Sight.SINGLE);
    assertThat(setAside(at("eni-a", B, 50_000, A, 443))).isEqualTo(SetAside.DUPLICATE_VANTAGE);
  }

  @Test
  void anInterfaceWithSeveralAddressesStaysUnknownForGood() {
    placed(at("eni-a", A, 50_000, OUTSIDE, 443));
    placed(at("eni-a", B, 50_000, OUTSIDE, 443));

    assertThat(placed(at("eni-a", C, 50_000, A, 443)).sight()).isEqualTo(Sight.UNKNOWN);
    placed(at("eni-a", A, 50_000, OUTSIDE, 443));
    assertThat(placed(at("eni-a", C, 50_000, A, 443)).sight()).isEqualTo(Sight.UNKNOWN);
  }

  @Test
  void anInterfaceHasOneAddressOfEachKind() {
    vantage = with("internal: [10.0.0.0/8, 'fd00::/8']");
    placed(at("eni-a", A, 50_000, OUTSIDE, 443));
    placed(at("eni-a", "fd00::a", 50_000, "2001:db8::1", 443));

    assertThat(setAside(at("eni-a", B, 50_000, A, 443))).isEqualTo(SetAside.DUPLICATE_VANTAGE);
    assertThat(setAside(at("eni-a", "fd00::b", 50_000, "fd00::a", 443)))
        .isEqualTo(SetAside.DUPLICATE_VANTAGE);
  }

  @Test
  void whatAnotherInterfaceHasLatelySeenIsARepeat() {
    assertThat(placed(at("eni-a", A, 50_000, B, 443)).sight()).isEqualTo(Sight.UNKNOWN);
    assertThat(placed(at("eni-a", A, 50_000, B, 443)).sight()).isEqualTo(Sight.UNKNOWN);
    assertThat(placed(at("eni-b", A, 50_000, B, 443)).sight()).isEqualTo(Sight.REPEATED);
    assertThat(placed(at("eni-b", A, 50_001, B, 443)).sight()).isEqualTo(Sight.UNKNOWN);
  }

  @Test
  void singleVantageOffCountsEverySight() {
    NetworkSettings every = new NetworkSettings(true, false, true, Scope.VPC, 64, "");
    vantage = new Vantage(NetworkFile.parse("", "middleboxes: " + NAT), every);

    assertThat(placed(at("eni-b", A, 50_000, B, 443).direction(Direction.INGRESS)).sight())
        .isEqualTo(Sight.SINGLE);
    placed(at("eni-n", A, 50_000, NAT, 443).packetEnds(A, OUTSIDE));
    assertThat(placed(at("eni-b", A, 50_000, B, 443)).sight()).isEqualTo(Sight.SINGLE);
  }

  @Test
  void behindNatThePacketsEndsWin() {
    Sighting answer =
        at("eni-n", NAT, 443, A, 50_000).packetEnds(OUTSIDE, A).direction(Direction.EGRESS);

    FlowRecord flow = placed(answer);

    assertThat(flow.srcIp()).isEqualTo(A);
    assertThat(flow.dstIp()).isEqualTo(OUTSIDE);
    assertThat(flow.side()).isEqualTo(Side.RESPONDER);
    assertThat(flow.bytesOut()).isEqualTo(100);
  }

  @Test
  void natOffGoesByTheEndsAtTheInterface() {
    vantage =
        new Vantage(Network.DEFAULT, new NetworkSettings(true, true, false, Scope.VPC, 64, ""));

    assertThat(placed(at("eni-n", NAT, 443, A, 50_000).packetEnds(OUTSIDE, A)).dstIp())
        .isEqualTo(NAT);
    assertThat(placed(at("eni-n", "", 443, "", 50_000).packetEnds(OUTSIDE, A)).srcIp())
        .isEqualTo(A);
  }

  @Test
  void aConversationThroughANatGatewayIsCountedAtTheHost() {
    vantage = with("middleboxes: [" + NAT + "]");
    take(at("eni-a", A, 50_000, OUTSIDE, 443).packetEnds(A, OUTSIDE));
    take(at("eni-a", OUTSIDE, 443, A, 50_000).packetEnds(OUTSIDE, A));
    take(at("eni-n", A, 50_000, NAT, 443).packetEnds(A, OUTSIDE));
    take(at("eni-n", NAT, 443, A, 50_000).packetEnds(OUTSIDE, A));

    assertThat(counted).extracting(FlowRecord::srcIp).containsExactly(A, A);
    assertThat(counted).extracting(FlowRecord::bytesIn).containsExactly(100L, 0L);
    assertThat(counted).extracting(FlowRecord::bytesOut).containsExactly(0L, 100L);
  }

  @Test
  void aPodBehindItsNodesAddressIsASourceOfItsOwn() {
    FlowRecord flow = placed(at("eni-a", A, 50_000, OUTSIDE, 443).packetEnds("10.0.9.1", OUTSIDE));

    assertThat(flow.srcIp()).isEqualTo("10.0.9.1");
  }

  @ParameterizedTest
  @CsvSource({
    "VPC, vpc-1, vpc-1",
    "VPC, '', 1",
    "ACCOUNT, vpc-1, 1",
  })
  void theScopeOfAPrivateAddressIsItsVpcElseItsAccount(Scope scope, String vpc, String expected) {
    vantage = new Vantage(Network.DEFAULT, new NetworkSettings(true, true, true, scope, 64, ""));

    assertThat(placed(at("eni-a", A, 50_000, OUTSIDE, 443).network(vpc)).scope())
        .isEqualTo(expected);
    assertThat(placed(at("eni-a", OUTSIDE, 50_000, A, 443).network(vpc)).scope()).isEmpty();
  }

  @Test
  void theSamePrivateAddressInTwoAccountsIsTwoSources() {
    FlowRecord one = placed(at("eni-a", A, 50_000, OUTSIDE, 443));
    FlowRecord other = placed(at("eni-b", A, 50_000, OUTSIDE, 443).account("2"));

    assertThat(one.scope()).isNotEqualTo(other.scope());
    assertThat(one.source()).isEqualTo(other.source());
  }

  @ParameterizedTest
  @CsvSource({
    "64, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "64, 64:ff9b::2d02:303, 64:ff9b::2d02:303",
    "64, 64:ff9b:1::2d02:303, 64:ff9b:1::/64",
    "64, 2002:2d02:303:7::1, 2002:2d02:303::/48",
    "32, 2002:2d02:303:7::1, 2002:2d02::/32",
    "48, 2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
    "96, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4::/96",
    "128, 2001:db8::1, 2001:db8::1",
    "64, fd00::1, fd00::1",
    "64, 203.0.113.5, 203.0.113.5",
  })
  void ipv6FromOutsideIsCountedByItsPrefix(int length, String address, String source) {
    vantage =
        new Vantage(Network.DEFAULT, new NetworkSettings(true, true, true, Scope.VPC, length, ""));

    FlowRecord flow = placed(at("eni-a", address, 50_000, "fd00::9", 443));

    assertThat(flow.srcIp()).isEqualTo(address);
    assertThat(flow.source()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, '', 2001:db8::/64",
    "2001:db8::1, 2001:db8::/32, 2001:db8::/32",
    "10.0.0.1, '', 10.0.0.1",
    "00:1b:44:11:3a:b7, '', 00:1b:44:11:3a:b7",
    "AS64512, '', AS64512",
  })
  void twoWayFlowsGetTheirSourceAndKeepTheLogsOwn(String address, String given, String source) {
    FlowRecordBuilder flow = FlowRecord.builder().start(0).srcIp(address).source(given).scope("x");

    vantage.locate(flow);

    assertThat(flow.build().source()).isEqualTo(source);
    assertThat(flow.build().scope()).isEqualTo("x");
  }

  @Test
  void orientationOffTakesRecordsAsWritten() {
    vantage =
        new Vantage(Network.DEFAULT, new NetworkSettings(false, true, true, Scope.VPC, 64, ""));

    FlowRecord flow = placed(at("eni-a", OUTSIDE, 443, A, 50_000).tcpFlags(18));

    assertThat(flow.srcIp()).isEqualTo(OUTSIDE);
    assertThat(flow.side()).isEqualTo(Side.UNORIENTED);
    assertThat(flow.bytesIn()).isEqualTo(100);
  }

  @Test
  void noMoreInterfacesAreRememberedThanFit() {
    placed(at("eni-first", A, 50_000, OUTSIDE, 443));
    for (int i = 0; i < Interfaces.MAX_LEARNED; i++) {
      placed(at("eni-" + i, A, 50_000, OUTSIDE, 443));
    }

    assertThat(placed(at("eni-first", B, 50_000, A, 443)).sight()).isEqualTo(Sight.UNKNOWN);
    assertThat(setAside(at("eni-19000", B, 50_000, A, 443))).isEqualTo(SetAside.DUPLICATE_VANTAGE);
  }
}
