package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.flow.IpAddress;
import dev.weir.network.Network;
import dev.weir.network.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisorTest {

  private static final long END = 1_714_086_060_000L;
  private static final Description FINDING = FindingOptions.of().all().get(0).description();
  private static final AllowList ALLOWED = AllowList.of("test", List.of("52.0.0.0/8", "partner"));

  @TempDir private Path folder;

  private static Advisor advisor(Network network) {
    return new Advisor(new Places(network), ALLOWED, Duration.ofHours(1));
  }

  private static Advice advise(Network network, String source, String target, int port) {
    Places places = new Places(network);
    TargetKey key = new TargetKey(target, 443);
    SourceKey from = new SourceKey("", source);
    Match match =
        new Match(
            "m", new Measure(1, 0, 1, 1), key, places.direction(from, key), Match.NETWORK, null);
    return advisor(network).about(from, match, FINDING, port, END);
  }

  private static Advice advise(String source, String target) {
    return advise(Network.DEFAULT, source, target, SourceFinding.ALL_PORTS);
  }

  @Test
  void aSourceOutsideIsDeniedForATime() {
    Advice advice = advise(Network.DEFAULT, "31.7.8.9", "10.0.0.5", 22);

    assertThat(advice.text()).startsWith("Deny what comes from 31.7.8.9 at port 22 for now. ");
    assertThat(advice.control())
        .isEqualTo(
            new Control(
                "31.7.8.9/32",
                false,
                22,
                6,
                "10.0.0.5/32",
                END + 3_600_000,
                "{\"RuleNumber\":"
                    + advice.control().networkAcl().replaceAll("\\D*(\\d+).*", "$1")
                    + ",\"Protocol\":\"6\",\"RuleAction\":\"deny\",\"Egress\":false,"
                    + "\"CidrBlock\":\"31.7.8.9/32\",\"PortRange\":{\"From\":22,\"To\":22}}",
                "Security groups only allow: replace the inbound rule for 0.0.0.0/0 to port 22 of"
                    + " the group of 10.0.0.5/32 by rules for known networks, so that none covers"
                    + " 31.7.8.9/32.",
                "nft add element inet weir deny4_in_ports { 31.7.8.9/32 . tcp . 22 timeout 3600s }",
                ""));
  }

  @Test
  void aWholePrefixIsDeniedWhereSourcesAreCountedByIt() {
    Control control = advise("2a00:1:2:3::/64", "10.0.0.5").control();

    assertThat(control.cidr()).isEqualTo("2a00:1:2:3::/64");
    assertThat(control.nftables())
        .isEqualTo("nft add element inet weir deny6_in { 2a00:1:2:3::/64 timeout 3600s }");
    assertThat(control.networkAcl()).contains("\"Ipv6CidrBlock\":\"2a00:1:2:3::/64\"");
    assertThat(control.wafIpSet())
        .isEqualTo(
            "{\"Scope\":\"REGIONAL\",\"IPAddressVersion\":\"IPV6\",\"Description\":\"weir"
                + " exfiltration until 2024-04-26T00:01:00Z\",\"Addresses\":[\"2a00:1:2:3::/64\"]}");
  }

  @Test
  void whomAHostInsideCallsIsDeniedOutbound() {
    Control control = advise("10.0.0.7", "31.7.8.9").control();

    assertThat(control.cidr()).isEqualTo("31.7.8.9/32");
    assertThat(control.outbound()).isTrue();
    assertThat(control.networkAcl()).contains("\"Egress\":true");
    assertThat(control.nftables()).contains("deny4_out { 31.7.8.9/32 ");
    assertThat(control.wafIpSet()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7", "192.168.1.1", "100.64.0.1", "127.0.0.1", "169.254.1.1", "fe80::1", "fd00::1",
        "52.1.2.3", "partner", "AS786", "224.0.0.5", "255.255.255.255", "0.0.0.0", "ff02::1",
        "52.1.2.3\",\"x\":\"", "31.7.8.9; rm -rf /"
      })
  void whatMustNotBeDeniedHasNoControl(String source) {
    Advice advice = advise(source, "10.0.0.5");

    assertThat(advice.control()).isNull();
    assertThat(advice.text()).endsWith(FINDING.advice()).doesNotStartWith("Deny");
  }

  @Test
  void aHostInsideIsIsolatedInstead() {
    assertThat(advise("10.0.0.7", "10.0.0.5").text())
        .startsWith(
            "Do not deny 10.0.0.7 as a whole: it is an address of the network's own. Isolate"
                + " 10.0.0.7 if its owner cannot explain this. ");
    assertThat(advise("10.0.0.7", "52.1.2.3").text())
        .startsWith("Do not deny 52.1.2.3: it is allow-listed. Isolate 10.0.0.7 ");
  }

  @Test
  void whatIsSharedIsNotDeniedInPartOrWhole() throws IOException {
    Path file = folder.resolve("network.yaml");
    Files.writeString(
        file, "shared: [31.7.8.0/24, \"2a00:1:2:3:4::/80\"]\ninternal: [31.8.0.0/16]");
    Network network = NetworkOptions.ofFile(file).network();

    for (String source : List.of("31.7.8.9", "31.8.0.1", "2a00:1:2:3::/64", "10.0.0.7")) {
      assertThat(advise(network, source, "31.8.0.9", -1).control()).as(source).isNull();
    }
    assertThat(advise(network, "31.8.0.5", "31.7.8.9", -1).control()).isNull();
    assertThat(advise(network, "31.9.0.1", "31.8.0.9", -1).control()).isNotNull();
  }

  @Test
  void anAddressOfBooksIsDeniedWithANote() {
    Advice advice = advise("203.0.113.9", "10.0.0.5");

    assertThat(advice.control()).isNotNull();
    assertThat(advice.text()).contains("an address kept for documentation");
  }

  @Property
  void noPrivateOrAllowedAddressIsEverDenied(
      @ForAll @IntRange(min = 0, max = 255) int a,
      @ForAll @IntRange(min = 0, max = 255) int b,
      @ForAll @IntRange(min = 0, max = 255) int c,
      @ForAll @IntRange(min = 0, max = 255) int d) {
    String address = a + "." + b + "." + c + "." + d;
    for (Advice advice : List.of(advise(address, "10.0.0.5"), advise("10.0.0.5", address))) {
      if (advice.control() != null) {
        String denied = advice.control().cidr().replace("/32", "");
        assertThat(denied).isEqualTo(address);
        assertThat(IpAddress.isPrivate(denied)).isFalse();
        assertThat(ALLOWED.allows(denied)).isFalse();
      }
    }
  }
}
